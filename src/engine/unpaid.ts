import { january, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, listMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Stretch } from '../facts/timeline.ts';
import { FAILS, unique } from '../words/grammar/word.ts';
import type { Draft } from './draft.ts';
import { judgeUnder, type UnderVersion } from './entitle.ts';
import type { Item } from './item.ts';
import { Options } from './options.ts';
import type { CompiledAllowance, Part, Plan, Version } from './plan.ts';
import type { JudgedYear } from './year.ts';

/** Why a month pays nothing of an allowance, where nothing is missing either. */
export type WhyUnpaid =
  | { readonly code: 'not-employed' | 'off-payroll' | 'not-in-force' | 'not-in-months' | 'months-used-up' }
  /** Before the day on which it starts, or after that on which it stops. */
  | { readonly code: 'not-started' | 'stopped'; readonly fact: string }
  /** `facts`: what the failing condition reads, with its values in these months. */
  | { readonly code: 'not-eligible'; readonly fact: string | null; readonly facts: readonly (readonly [fact: Fact, value: FactValue])[] }
  | { readonly code: 'outranked'; readonly by: string }
  /** Whatever is chosen of these readings, and for reasons that rest on them. */
  | { readonly code: 'by-reading'; readonly readings: readonly string[] };

/** The months of an allowance that pay nothing for one reason. */
export interface Unpaid {
  readonly allowance: CompiledAllowance;
  readonly months: MonthSet;
  readonly why: WhyUnpaid;
}

/**
 * Says for each month of a year why it pays nothing: of allowances that count by month all months that are neither paid nor missing, of yearly
 * sums those that pay nothing at all. What is paid at a date has no such months.
 *
 * @returns in the order of the plan, and of each allowance by first month
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function unpaidOf(plan: Plan, teacher: Teacher): Unpaid[] {
  if (plan.parts.length > 0) return unpaidUnder(plan, plan.parts, (one) => unpaidOf(one, teacher));
  return plan.versions.flatMap((version) => {
    const under = judgeUnder(version, plan.settings.year, teacher);
    return under.items.flatMap((item, at) => unpaidItem(version, under, item, under.drafts[at] as Draft));
  });
}

function unpaidItem(version: Version, { judged }: UnderVersion, item: Item, draft: Draft): Unpaid[] {
  const { allowance } = item;
  const { kind } = allowance.rhythm;
  if (kind === 'dated' || (kind === 'year' && allowance.spread === null && item.declined === null)) return [];
  const paid = (item.paidStretches ?? []).reduce((months, stretch) => months | stretch.paid, NO_MONTHS);
  const open = version.rules & ~paid & ~item.missingMonths;
  const found: Unpaid[] = [];
  for (const month of listMonths(open)) addMonth(found, allowance, month, reasonIn(month, version, judged, draft));
  return found;
}

/** Why an allowance pays nothing in a month: first what holds for everybody, then what holds for the person. */
function reasonIn(month: number, { policy }: Version, judged: JudgedYear, draft: Draft): WhyUnpaid {
  const { allowance } = draft;
  const bit = 1 << month;
  if (!(draft.inForce & bit)) return { code: 'not-in-force' };
  const stretch = judged.stretches.find(({ months }) => months & bit);
  if (!stretch) return { code: judged.employment.months & bit ? 'off-payroll' : 'not-employed' };
  if (!(allowance.months.set & bit)) return { code: 'not-in-months' };
  const failing = allowance.conditions.find((condition) => condition.judge(stretch) === FAILS);
  if (failing) {
    const facts = failing.facts.map((id) => factOf(policy.dictionary, id));
    return { code: 'not-eligible', fact: failing.fact, facts: facts.map((fact) => [fact, stretch.facts[fact.index] as FactValue]) };
  }
  const limited = beyondLimits(month, allowance, stretch, judged);
  if (limited) return limited;
  const rivals = draft.cells.flatMap((cell) => (cell.stretch.months & bit ? cell.outrankedBy : []));
  const larger = rivals.find(({ months }) => months & bit);
  return larger ? { code: 'outranked', by: larger.by } : { code: 'months-used-up' };
}

/** Whether a month lies before the start of an allowance or after its end. */
function beyondLimits(month: number, { node, limits }: CompiledAllowance, stretch: Stretch, judged: JudgedYear): WhyUnpaid | null {
  const { employment, dictionary, year } = judged;
  const within = limits.monthsOf(stretch, employment);
  if (within & (1 << month)) return null;
  const { starts, stops } = node;
  const later = within & ALL_MONTHS & (-1 << month);
  const comes = starts ? stretch.facts[factOf(dictionary, starts.after).index] : null;
  // Of a person who came back, months before the day of coming back are after that of leaving.
  const isBefore = employment.isReturn ? typeof comes === 'string' && monthOfDate(comes) - january(year) === month : later !== NO_MONTHS;
  if (starts && (isBefore || !stops)) return { code: 'not-started', fact: starts.after };
  return stops ? { code: 'stopped', fact: stops.at } : null;
}

function isSame(a: WhyUnpaid, b: WhyUnpaid): boolean {
  if (a.code !== b.code) return false;
  if (a.code === 'by-reading') return a.readings.join() === (b as typeof a).readings.join();
  if (a.code === 'outranked') return a.by === (b as typeof a).by;
  if (a.code === 'not-started' || a.code === 'stopped') return a.fact === (b as typeof a).fact;
  if (a.code !== 'not-eligible') return true;
  const other = b as typeof a;
  return (
    a.fact === other.fact &&
    a.facts.length === other.facts.length &&
    a.facts.every(([fact, value], at) => other.facts[at]?.[0] === fact && other.facts[at]?.[1] === value)
  );
}

/** The months that pay nothing under every option of readings that are not chosen. */
function unpaidUnder({ allowances }: Plan, parts: readonly Part[], unpaidIn: (plan: Plan) => Unpaid[]): Unpaid[] {
  const found = parts.flatMap(({ options }) => {
    const under = options.map(({ plan }) => unpaidIn(plan));
    const compared = new Options(options.map(({ chosen }) => chosen));
    return unique(under.flat().map(({ allowance }) => allowance.index)).flatMap((index): Unpaid[] => {
      const own = under.map((list) => list.filter(({ allowance }) => allowance.index === index));
      const list: Unpaid[] = [];
      for (let month = 0; month < 12; month++) {
        const why = own.flatMap((one) => one.find(({ months }) => months & (1 << month))?.why ?? []);
        if (why.length < own.length) continue;
        const readings = compared.decidedBy(why.map((one) => JSON.stringify(one)));
        const told: WhyUnpaid = readings.length === 0 ? (why[0] as WhyUnpaid) : { code: 'by-reading', readings };
        addMonth(list, allowances[index] as CompiledAllowance, month, told);
      }
      return list;
    });
  });
  return found.toSorted((a, b) => a.allowance.index - b.allowance.index);
}

/** Adds a month that pays nothing for a reason to the others with the same one. */
function addMonth(list: Unpaid[], allowance: CompiledAllowance, month: number, why: WhyUnpaid): void {
  const at = list.findIndex((one) => isSame(one.why, why));
  const same = list[at];
  if (same) list[at] = { ...same, months: same.months | (1 << month) };
  else list.push({ allowance, months: 1 << month, why });
}
