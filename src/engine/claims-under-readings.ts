import { NO_MONTHS } from '../calendar/month-set.ts';
import type { Chosen } from '../policy/document/asking.ts';
import { claimWays } from './asked.ts';
import type { Claim, Entitlement, Unsettled } from './item.ts';
import { joinMissing } from './missing-inputs.ts';
import { Options } from './options.ts';
import { type Plan, planRun } from './plan.ts';

/** A plan under one choice of the readings on which claims rest. */
interface Way {
  readonly chosen: Chosen;
  readonly plan: Plan;
}

/**
 * Adds what a teacher owes where readings without a default are not chosen: a claim that comes to the same under all of their options is known;
 * of another one the readings have to be chosen.
 *
 * @param due what is paid, without claims
 * @param entitleIn the entitlement of the teacher under one choice of them all
 */
export function claimsUnderReadings(plan: Plan, due: Entitlement, entitleIn: (plan: Plan) => Entitlement): Entitlement {
  const ways = waysOf(plan);
  const under = ways.map((way) => entitleIn(way.plan));
  const options = new Options(ways.map(({ chosen }) => chosen));
  const names = plan.claiming.flatMap(({ claims }) => claims.map(nameOf));
  const claims = names.flatMap((name): Claim[] => {
    const found = under.map((one) => one.claims.find(({ claim }) => nameOf(claim) === name));
    const first = found.find((one) => one !== undefined);
    if (!first) return [];
    const readings = options.decidedBy(found.map((one) => (one ? textOf(one) : 'none')));
    if (readings.length === 0) return [first];
    const months = first.month === null ? NO_MONTHS : 1 << first.month;
    const asked = readings.map((reading) => ({ input: { code: 'reading' as const, reading }, months }));
    const missing = joinMissing([...found.flatMap((one) => one?.missing ?? []), ...asked]);
    const open = { paid: [], owedFen: null, penaltyFen: null, lateFen: null, lateDays: null, figures: [], amountFen: null };
    return [{ ...first, ...open, missing }];
  });
  return { ...due, claims, unsettled: [...interruptedIn(under), ...due.unsettled] };
}

function nameOf({ policy, id }: Claim['claim']): string {
  return `${policy.document.id} ${id}`;
}

/** What is told of a claim: of one that is not known, what is missing. */
function textOf({ claim, date, served, paid, owedFen, penaltyFen, lateFen, lateDays, amountFen, missing }: Claim): string {
  if (amountFen === null) return JSON.stringify(missing);
  return JSON.stringify([date, claim.service?.years, served, paid, owedFen, penaltyFen, lateFen, lateDays, amountFen]);
}

/** The services that were interrupted under some option, each once. */
function interruptedIn(under: readonly Entitlement[]): Unsettled[] {
  const told = under.flatMap(({ unsettled }) => unsettled.filter(({ code }) => code === 'service-interrupted'));
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
}

const WAYS = new WeakMap<Plan, readonly Way[]>();

/** The open readings of a plan on which its claims rest, in every way to choose them: the plan itself where there is none. */
export function waysOf(plan: Plan): readonly Way[] {
  let ways = WAYS.get(plan);
  if (!ways) {
    const { settings, policy } = plan;
    const chosen = claimWays(policy, settings);
    const planUnder = (one: Chosen) => planRun(policy, { ...settings, readings: { ...settings.readings, ...one } });
    ways = chosen.length === 1 ? [{ chosen: {}, plan }] : chosen.map((one) => ({ chosen: one, plan: planUnder(one) }));
    WAYS.set(plan, ways);
  }
  return ways;
}
