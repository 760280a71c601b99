import { readBudgetRequest } from '../../../contract/budget/budget.ts';
import type { Policy } from '../../../policy/policy.ts';
import { pointerStep, pointerSteps } from '../../platform/pointer.ts';
import type { FittedSettings, LinkedSettings } from '../protocol/linked-settings.ts';
import { OUTLOOK_YEARS } from '../protocol/orders.ts';

/**
 * Leaves of settings what the API takes for this policy, and names the rest.
 *
 * @returns `null` where nothing can be left of them, as without a year
 */
export function fitSettings(policy: Policy, settings: LinkedSettings): FittedSettings | null {
  const rest = structuredClone(settings);
  const left: string[] = [];
  for (;;) {
    const { issues } = readBudgetRequest(policy, bodyOf(rest), { line: true });
    if (issues.length === 0) return { settings: rest, left };
    // A fault is of the one setting in which it stands; where that is gone already, of all of the kind.
    const units = new Set(issues.map(({ path }) => unitOf(path)));
    const dropped = [...units].flatMap((unit) => [unit, `/${pointerSteps(unit)[0]}`].find((one) => drop(rest, pointerSteps(one))) ?? []);
    if (dropped.length === 0 || dropped.includes('/year')) return null;
    left.push(...dropped);
  }
}

function bodyOf({ policy: _, scenarios, payScales, projection, ...settings }: LinkedSettings): Record<string, unknown> {
  return {
    ...settings,
    scenarios: scenarios?.map((scenario, index) => ({ ...scenario, id: `s${index}` })),
    payScales: payScales?.map((scale, index) => ({ ...scale, id: `scale-${index}` })),
    projection: projection && { ...projection, years: OUTLOOK_YEARS },
  };
}

/** How many steps lead to one setting of a kind. Pay scales follow each other in time: one does not do without the others. */
const DEPTHS: Readonly<Record<string, number>> = { readings: 2, parameters: 2, places: 2, scenarios: 4, budgetCodes: 3, projection: 3 };

function unitOf(path: readonly (string | number)[]): string {
  const unit = path.slice(0, DEPTHS[String(path[0])] ?? 1);
  return unit.map((step) => `/${pointerStep(String(step))}`).join('');
}

/** Takes out what is at a place, if anything is. */
function drop(settings: object, steps: readonly string[]): boolean {
  const [step = '', ...further] = steps;
  if (!Object.hasOwn(settings, step)) return false;
  const at = (settings as Record<string, unknown>)[step];
  if (further.length > 0) return typeof at === 'object' && at !== null && drop(at, further);
  return delete (settings as Record<string, unknown>)[step];
}
