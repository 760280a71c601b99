import { january, type MonthIndex, monthOfDate } from '../calendar/month.ts';
import { listMonths, NO_MONTHS } from '../calendar/month-set.ts';
import { type FactValue, factOf } from '../facts/dictionary.ts';
import { EMPLOYMENT } from '../facts/employment.ts';
import type { Teacher } from '../facts/teacher.ts';
import { employmentOf } from '../facts/timeline.ts';
import { NO_FEN } from '../money/fen.ts';
import { lineageOf } from '../policy/succession.ts';
import { repaymentOf, type Service } from '../words/timing/service.ts';
import type { Doubtful, Entitlement, Item, MissingInMonths, Repayment } from './item.ts';
import { withEarlier } from './missing-inputs.ts';
import { type CompiledAllowance, type Plan, planScope } from './plan.ts';
import { goesOn } from './rhythm.ts';
import { isWithin } from './scope.ts';

type Entitle = (plan: Plan, teacher: Teacher) => Entitlement;

/** A one-off for a service period that is not over, paid to a teacher who leaves in the year; with the plans of all years since. */
export interface Breach {
  /** As it was granted, under the policy of that time. */
  readonly allowance: CompiledAllowance & { readonly service: Service };
  /** The date of the one-off. */
  readonly since: string;
  /** The month of leaving, 0 to 11, and how many months were served, that of the date and that of leaving included. */
  readonly month: number;
  readonly served: number;
  /**
   * One for each year from that of the date to that of the run; after a leave in December also the next, which can have an instalment that
   * was earned by the last day.
   */
  readonly years: readonly Plan[];
}

/**
 * Adds the clawback from a teacher who leaves in the year: for every one-off for a service period that is not over, what was earned of it
 * until then, by the rules of this run in its year and in the years before. It is a claim on the person and in no sum. Its unknown inputs
 * are added as missing.
 *
 * @param entitleIn the entitlement of the teacher in a year, without clawback
 * @throws AmountTooLargeError where an amount of one of these years is too large to be exact
 */
export function withRepayments(plan: Plan, teacher: Teacher, entitlement: Entitlement, entitleIn: Entitle): Entitlement {
  const breaches = breachesOf(plan, teacher);
  const doubtful = [...interruptionsOf(plan, teacher), ...grantedBefore(plan, teacher, entitlement)];
  if (breaches.length === 0) return doubtful.length === 0 ? entitlement : { ...entitlement, doubtful };
  let { items } = entitlement;
  const repayments: Repayment[] = [];
  for (const { allowance, since, month, served, years } of breaches) {
    const granted = (year: Plan) =>
      (year === plan ? entitlement : entitleIn(year, teacher)).items.filter((item) => item.allowance.id === allowance.id);
    const others = years.filter((year) => year !== plan).map((year) => ({ first: january(year.settings.year), items: granted(year) }));
    const paid = [...others.flatMap((year) => year.items), ...granted(plan)];
    const isMissing = paid.some(({ missing }) => missing.length > 0);
    if (isMissing) items = addMissing(items, allowance, others.flatMap(missingThen));
    const paidFen = paid.reduce((sum, item) => sum + item.amountFen, 0);
    if (isMissing || paidFen === 0) continue;
    repayments.push({ allowance, since, month, served, paidFen, amountFen: repaymentOf(paidFen, served, allowance.service) });
  }
  return { ...entitlement, items, repayments, doubtful };
}

/** The service periods that a teacher leaves unfinished in the year of a plan. */
export function breachesOf(plan: Plan, teacher: Teacher): Breach[] {
  if (bondsOf(plan).length === 0) return [];
  const { leaves } = employmentOf(plan.policy.dictionary, plan.settings.year, teacher);
  return leaves === null ? [] : servicesCut(plan, teacher, leaves);
}

/** The service periods that continue or end in the year of a plan although the teacher had left during them and came back. */
function interruptionsOf(plan: Plan, teacher: Teacher): Doubtful[] {
  if (bondsOf(plan).length === 0) return [];
  const { isReturn, leaves } = employmentOf(plan.policy.dictionary, plan.settings.year, teacher);
  const first = january(plan.settings.year);
  if (!isReturn || (leaves !== null && leaves < first)) return [];
  const left = monthOfDate(teacher.base[factOf(plan.policy.dictionary, EMPLOYMENT.left).index] as string);
  if (left > first + 11) return [];
  return servicesCut(planIn(plan, Math.floor(left / 12)), teacher, left).flatMap(({ allowance: { id, service }, since }): Doubtful[] => {
    const isOver = monthOfDate(since) + service.months <= first;
    return isOver ? [] : [{ code: 'service-interrupted', allowance: id, month: left - first }];
  });
}

/**
 * One-offs whose date was under an earlier policy, and of which this policy pays a further instalment in the year or would claim some back
 * from a person who leaves. No document says whether it applies to them.
 */
function grantedBefore({ settings, versions, policy }: Plan, teacher: Teacher, { items }: Entitlement): Doubtful[] {
  if (versions.every((version) => version.policy.earlier === null)) return [];
  const first = january(settings.year);
  return versions.flatMap(({ policy: { document, earlier }, allowances }) => {
    if (earlier === null || document.effectiveFrom === null) return [];
    const effective = monthOfDate(document.effectiveFrom);
    return allowances.flatMap((allowance): Doubtful[] => {
      const { rhythm, service, id } = allowance;
      if (rhythm.kind !== 'dated' || !(goesOn(rhythm) || service)) return [];
      const date = teacher.base[factOf(policy.dictionary, rhythm.fact).index];
      if (typeof date !== 'string' || monthOfDate(date) >= effective) return [];
      const { leaves } = employmentOf(policy.dictionary, settings.year, teacher);
      const served = leaves === null || leaves < first || leaves > first + 11 ? null : leaves - monthOfDate(date) + 1;
      const isPaid = items.some((item) => item.allowance === allowance && item.amountFen > 0);
      const isCut = service !== null && served !== null && served > 0 && served < service.months;
      const month = isCut && !isPaid ? (leaves as number) - first : monthOfDate(date) % 12;
      return isPaid || isCut ? [{ code: 'granted-before', allowance: id, month }] : [];
    });
  });
}

/** The service periods that are not over in the month in which a teacher leaves; none where that month is not in the year of the plan. */
function servicesCut(plan: Plan, teacher: Teacher, leaves: MonthIndex): Breach[] {
  const first = january(plan.settings.year);
  if (leaves < first || leaves > first + 11) return [];
  return bondsOf(plan).flatMap(({ policy, id, fact }): Breach[] => {
    const since = teacher.base[factOf(plan.policy.dictionary, fact).index] as FactValue;
    if (typeof since !== 'string' || monthOfDate(since) > leaves) return [];
    const granted = monthOfDate(since);
    const from = Math.floor(granted / 12);
    // This includes dates before the policy was in force: what was paid since then is owed back.
    const then = planIn(plan, from).versions.find(({ rules }) => rules & (1 << (granted % 12)));
    const allowance = then?.policy === policy ? then.allowances.find((one) => one.id === id) : undefined;
    const served = leaves - granted + 1;
    if (!allowance?.service || served >= allowance.service.months) return [];
    const until = plan.settings.year + (leaves - first === 11 ? 1 : 0);
    const years = Array.from({ length: until - from + 1 }, (_, at) => planIn(plan, from + at));
    return [{ allowance: { ...allowance, service: allowance.service }, since, month: leaves - first, served, years }];
  });
}

/**
 * The facts not given that decide whether a teacher leaves a service period unfinished in the year of a plan: when the teacher leaves, and
 * if that is in the year, the dates of the one-offs.
 */
export function breachFacts(plan: Plan, teacher: Teacher): readonly { readonly fact: string; readonly allowance: string }[] {
  const { leaves } = employmentOf(plan.policy.dictionary, plan.settings.year, teacher);
  if (leaves === null) return bondsOf(plan).map(({ id }) => ({ fact: EMPLOYMENT.to, allowance: id }));
  if (Math.floor(leaves / 12) !== plan.settings.year) return [];
  const bonds = bondsOf(plan).filter(({ fact }) => teacher.base[factOf(plan.policy.dictionary, fact).index] === null);
  return bonds.map(({ id, fact }) => ({ fact, allowance: id }));
}

/** An allowance of some version that is paid for a service, and the date on which it is. */
interface Bond {
  readonly policy: Plan['policy'];
  readonly id: string;
  readonly fact: string;
}

const BONDS = new WeakMap<Plan, readonly Bond[]>();

export function bondsOf(plan: Plan): readonly Bond[] {
  let bonds = BONDS.get(plan);
  if (!bonds) {
    // a later version may have declared a fact of that name differently: to this one it is unknown
    const isDate = (fact: string) => factOf(plan.policy.dictionary, fact).type === 'date';
    bonds = lineageOf(plan.policy).flatMap((policy) =>
      Object.entries(policy.document.allowances).flatMap(([id, { pays }]) =>
        isWithin(plan.scope, [id]) && 'at' in pays && pays.service && isDate(pays.at) ? [{ policy, id, fact: pays.at }] : [],
      ),
    );
    BONDS.set(plan, bonds);
  }
  return bonds;
}

const PLANS = new WeakMap<Plan, Map<number, Plan>>();

/** The same rules in another year; rates of a projection have grown by correspondingly fewer years. */
function planIn(plan: Plan, year: number): Plan {
  if (year === plan.settings.year) return plan;
  const plans = PLANS.get(plan) ?? new Map<number, Plan>();
  PLANS.set(plan, plans);
  let other = plans.get(year);
  if (!other) {
    const { rateGrowth, ...settings } = plan.settings;
    const years = (rateGrowth?.years ?? 0) - (plan.settings.year - year);
    const then = { ...settings, year, ...(rateGrowth && years > 0 && { rateGrowth: { ...rateGrowth, years } }) };
    other = planScope(plan.policy, then, plan.scope);
    plans.set(year, other);
  }
  return other;
}

/** What is missing in another year, by its own months. @param first January of that year */
function missingThen({ first, items }: { first: MonthIndex; items: readonly Item[] }): MissingInMonths[] {
  return items.flatMap(({ missing }) =>
    missing.map(({ input, months }) => ({ input, months: NO_MONTHS, earlier: listMonths(months).map((month) => first + month) })),
  );
}

/** Adds the missing inputs of a clawback to its allowance, which is listed for them even if no policy pays it in the year any more. */
function addMissing(items: readonly Item[], allowance: CompiledAllowance, earlier: readonly MissingInMonths[]): readonly Item[] {
  const own = items.filter((item) => item.allowance.id === allowance.id);
  const [first = nothingOf(allowance)] = own;
  const all = own.length > 0 ? items : [...items, first];
  const holder = own.find(({ missing }) => missing.length > 0) ?? first;
  const missing = earlier.reduce<readonly MissingInMonths[]>(withEarlier, holder.missing);
  return all.map((item) => {
    if (item !== first && !own.includes(item)) return item;
    return { ...item, declined: null, missing: item === holder ? missing : item.missing };
  });
}

/** An allowance of which nothing is known and nothing paid. */
export function nothingOf(allowance: CompiledAllowance): Item {
  return {
    allowance,
    amountFen: NO_FEN,
    paidStretches: null,
    elsewhere: [],
    missing: [],
    missingMonths: NO_MONTHS,
    missingElsewhere: [],
    declined: null,
  };
}
