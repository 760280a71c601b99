import { readBudgetRequest } from '../../../contract/budget/budget.ts';
import type { Policy } from '../../../policy/policy.ts';
import { pointerStep, pointerSteps } from '../../platform/pointer.ts';
import type { FittedSettings, LinkedSettings } from '../protocol/linked-settings.ts';
import { OUTLOOK_YEARS } from '../protocol/orders.ts';

/**
 * Keeps the settings that the API accepts for this policy, and lists the rest.
 *
 * @returns `null` if none can be used, as without a year
 */
export function fitSettings(policy: Policy, settings: LinkedSettings): FittedSettings | null {
  const rest = structuredClone(settings);
  const left: string[] = [];
  for (;;) {
    const { issues } = readBudgetRequest(policy, bodyOf(rest), { line: true });
    if (issues.length === 0) return { settings: rest, left };
    // A fault removes the one setting that it is in; if that is gone already, all of its kind.
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

/** How many path steps lead to one setting of a kind. Pay scales follow each other in time, so they stand or fall together. */
const DEPTHS: Readonly<Record<string, number>> = { readings: 2, parameters: 2, places: 2, scenarios: 4, budgetCodes: 3, projection: 3 };

function unitOf(path: readonly (string | number)[]): string {
  const unit = path.slice(0, DEPTHS[String(path[0])] ?? 1);
  return unit.map((step) => `/${pointerStep(String(step))}`).join('');
}

/** Removes whatever is at a path. */
function drop(settings: object, steps: readonly string[]): boolean {
  const [step = '', ...further] = steps;
  if (!Object.hasOwn(settings, step)) return false;
  const at = (settings as Record<string, unknown>)[step];
  if (further.length > 0) return typeof at === 'object' && at !== null && drop(at, further);
  return delete (settings as Record<string, unknown>)[step];
}
