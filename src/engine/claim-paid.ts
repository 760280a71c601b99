import { january, type MonthIndex, monthOfDate } from '../calendar/month.ts';
import { listMonths, NO_MONTHS } from '../calendar/month-set.ts';
import { factOf, isNeverWhenBlank } from '../facts/dictionary.ts';
import { beganIn, EMPLOYMENT } from '../facts/employment.ts';
import type { Teacher } from '../facts/teacher.ts';
import { employmentDates } from '../facts/timeline.ts';
import type { SignedFen } from '../money/exact-sum.ts';
import { lineageOf } from '../policy/succession.ts';
import { AmountTooLargeError, MOST_FEN } from '../words/amounts/too-large.ts';
import type { MissingInput } from '../words/grammar/word.ts';
import { monthsOf } from './explain.ts';
import type { Entitlement, MissingInMonths } from './item.ts';
import { joinMissing } from './missing-inputs.ts';
import { planIn } from './other-years.ts';
import type { Plan } from './plan.ts';

/** What a teacher is due in the year of a plan, without claims. */
export type Due = (plan: Plan, teacher: Teacher) => Entitlement;
/** What was paid as it is known: fen of a month, `null` in months of which it is not said, so that it is reckoned. */
export type PaidOut = (allowance: string, month: MonthIndex) => SignedFen | null;

const NOT_SAID: PaidOut = () => null;

/** What an allowance has paid one person, in fen, and what is missing to know it. */
export interface PaidSum {
  readonly fen: number;
  readonly missing: readonly MissingInMonths[];
}

/** Whose payments until when. */
export interface PaidTo {
  readonly plan: Plan;
  readonly teacher: Teacher;
  readonly due: Due;
  /** The last month that counts. */
  readonly until: MonthIndex;
  /** Payments as they were made; they win over those that follow from the rules. */
  readonly paidOut?: PaidOut | undefined;
}

/** Reckons what an allowance has paid a person, year by year by the version of its time. @throws AmountTooLargeError where it is too large */
export function paidSum(allowance: string, { plan, teacher, due, until, paidOut = NOT_SAID }: PaidTo): PaidSum {
  const since = firstYear(allowance, plan, teacher);
  if (since.missing.length > 0) return { fen: 0, missing: since.missing.map((input) => ({ input, months: NO_MONTHS })) };
  let sum = 0n;
  const missing: MissingInMonths[] = [];
  for (let year = since.year; january(year) <= until; year++) {
    const first = january(year);
    const isOpen = (place: number) => first + place <= until && paidOut(allowance, first + place) === null;
    const items = due(planIn(plan, year), teacher).items.filter((item) => item.allowance.id === allowance);
    for (let place = 0; place < 12; place++) {
      const given = first + place <= until ? paidOut(allowance, first + place) : null;
      if (given !== null) sum += BigInt(given);
    }
    for (const item of items) {
      for (const [place, fen] of monthsOf(item).entries()) if (isOpen(place)) sum += BigInt(fen);
      for (const { input, months, earlier = [] } of item.missing) {
        const open = listMonths(months).filter(isOpen);
        const here = year === plan.settings.year ? open.reduce((set, place) => set | (1 << place), NO_MONTHS) : NO_MONTHS;
        const there = year === plan.settings.year ? earlier : [...earlier, ...open.map((place) => first + place)];
        if (open.length > 0) missing.push({ input, months: here, ...(there.length > 0 && { earlier: there }) });
      }
    }
  }
  if (sum > BigInt(MOST_FEN)) throw new AmountTooLargeError();
  return { fen: sum < 0n ? 0 : Number(sum), missing: joinMissing(missing) };
}

/**
 * The first year in which an allowance can have paid a person: that of the date at which it is paid, or that in which the policy took effect or
 * the person was employed, whichever is later.
 */
export function firstYear(
  allowance: string,
  plan: Plan,
  { base }: Teacher,
): { readonly year: number; readonly missing: readonly MissingInput[] } {
  const { dictionary } = plan.policy;
  const missing: MissingInput[] = [];
  let year = Number.POSITIVE_INFINITY;
  for (const { document } of lineageOf(plan.policy)) {
    const pays = document.allowances[allowance]?.pays;
    if (!pays) continue;
    if ('at' in pays) {
      const fact = factOf(dictionary, pays.at);
      const date = base[fact.index];
      if (typeof date === 'string') year = Math.min(year, Number(date.slice(0, 4)));
      else if (!isNeverWhenBlank(fact)) missing.push({ code: 'fact', fact: fact.id });
    } else {
      const began = beganIn(employmentDates(dictionary, { base }));
      const { effectiveFrom } = (lineageOf(plan.policy).at(-1) as Plan['policy']).document;
      const inForce = plan.settings.asIfInForce || effectiveFrom === null ? null : monthOfDate(effectiveFrom);
      if (began === null && inForce === null) missing.push({ code: 'fact', fact: EMPLOYMENT.from });
      else year = Math.min(year, Math.floor(Math.max(began ?? 0, inForce ?? 0) / 12));
    }
  }
  return { year, missing };
}
