import { NO_MONTHS } from '../calendar/month-set.ts';
import { readingOptions } from '../policy/succession.ts';
import { ASK } from '../words/grammar/choice.ts';
import type { Claim, Doubtful, Entitlement } from './item.ts';
import { joinMissing } from './missing-inputs.ts';
import { Options } from './options.ts';
import { type Plan, planRun } from './plan.ts';

type Chosen = Readonly<Record<string, string>>;

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
  return { ...due, claims, doubtful: [...interruptedIn(under), ...due.doubtful] };
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
function interruptedIn(under: readonly Entitlement[]): Doubtful[] {
  const told = under.flatMap(({ doubtful }) => doubtful.filter(({ code }) => code === 'service-interrupted'));
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
}

const WAYS = new WeakMap<Plan, readonly { readonly chosen: Chosen; readonly plan: Plan }[]>();

/** Every choice of the readings of a plan that are open. */
function waysOf(plan: Plan): readonly { readonly chosen: Chosen; readonly plan: Plan }[] {
  let ways = WAYS.get(plan);
  if (!ways) {
    const { settings, policy } = plan;
    const options = readingOptions(policy);
    const open = [...new Set(plan.claiming.flatMap(({ readings }) => Object.keys(readings).filter((id) => readings[id] === ASK)))];
    const chosen = open.reduce<Chosen[]>(
      (all, id) => all.flatMap((one) => (options.get(id) ?? []).map((option) => ({ ...one, [id]: option }))),
      [{}],
    );
    ways = chosen.map((one) => ({ chosen: one, plan: planRun(policy, { ...settings, readings: { ...settings.readings, ...one } }) }));
    WAYS.set(plan, ways);
  }
  return ways;
}
