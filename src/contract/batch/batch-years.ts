import * as z from 'zod';
import { formatPeriod, type PartOfYear, type Period, yearsIn } from '../../calendar/period.ts';
import type { RunSettings } from '../../engine/plan.ts';
import type { Issue } from '../../facts/issue.ts';
import { fenOf, formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import type { EntryFaults } from '../wire/entries.ts';
import { amount, head, headOfPart, wireMonth } from '../wire/head.ts';
import { listEntries } from '../wire/listing.ts';
import type { Wording } from '../wire/wording.ts';
import { Batch, type BatchEntry, type BatchOptions, type BatchSummary, batchEntry, batchResult, batchSummary, wireIssue } from './batch.ts';
import type { PeriodListing } from './listing-years.ts';
import { readOnce } from './read-once.ts';

type Computed = Extract<BatchEntry, { status: 'ok' }>;

const totals = { personalTotal: amount, institutionTotal: amount, complete: z.boolean() };
const failed = z.object({ index: z.int(), teacherId: z.string().optional(), status: z.literal('error'), errors: z.array(wireIssue) });

/** The sums of one teacher over the years of a period, or the faults of the teacher in one of them. */
const periodEntry = z.union([z.object({ index: z.int(), teacherId: z.string(), status: z.literal('ok'), ...totals }), failed]);

/** Warnings, and claims that are not known, are listed with the years. */
const periodSummary = batchSummary.omit({ warnings: true, openRepayments: true });

/** The answer for many teachers over a period: the answer of each year, limited to the months of the period, and their sums. */
export const batchPeriodResult = z.object({
  from: wireMonth,
  to: wireMonth,
  years: z.array(batchResult),
  results: z.array(periodEntry),
  summary: periodSummary,
});
export type BatchPeriodResult = z.infer<typeof batchPeriodResult>;

const [computedEntry] = batchEntry.options;

/** A line of a streamed batch over a period: one teacher with all years. */
export const batchPeriodLine = z.union([
  z.object({
    index: z.int(),
    teacherId: z.string(),
    status: z.literal('ok'),
    ...totals,
    years: z.array(z.object({ year: z.int() }).extend(computedEntry.omit({ index: true, teacherId: true, status: true }).shape)),
  }),
  failed,
]);
export type BatchPeriodLine = z.infer<typeof batchPeriodLine>;

/** The last line of a streamed batch over a period. */
export const batchPeriodSummaryLine = z.object({
  summary: z.object({ from: wireMonth, to: wireMonth, years: z.array(head.extend(batchSummary.shape)) }).extend(periodSummary.shape),
});

/** A batch over the years of a period, in progress. */
export class BatchOfPeriod {
  readonly #period: Period;
  readonly #years: readonly { readonly part: PartOfYear; readonly batch: Batch }[];
  #teachers = 0;
  #failed = 0;
  #incomplete = 0;

  /** @param settings their year is ignored */
  constructor(policy: Policy, settings: RunSettings, period: Period, wording: Wording, options: () => BatchOptions) {
    const read = readOnce();
    this.#period = period;
    this.#years = yearsIn(period).map((part) => ({
      part,
      batch: new Batch(policy, { ...settings, year: part.year }, wording, { ...options(), kept: part.months, read }),
    }));
  }

  /** Computes the next teacher of a stream in all years. */
  next(record: unknown): BatchPeriodLine {
    return this.#line(this.#years.map(({ batch }) => batch.next(record)));
  }

  /** Records a line of a stream that cannot be computed. */
  fail(issues: readonly Issue[], teacherId?: string): BatchPeriodLine {
    return this.#line(this.#years.map(({ batch }) => batch.fail(issues, [], teacherId)));
  }

  #line(entries: readonly BatchEntry[]): BatchPeriodLine {
    const sums = sumsOf(entries);
    this.#count(sums);
    if (sums.status === 'error') return sums;
    const years = entries.filter(isComputed).map(({ index: _, teacherId: __, status: ___, ...entry }, at) => ({
      year: this.#years[at]?.part.year as number,
      ...entry,
    }));
    return { ...sums, years };
  }

  #count(sums: BatchPeriodResult['results'][number]): void {
    this.#teachers++;
    if (sums.status === 'error') this.#failed++;
    else if (!sums.complete) this.#incomplete++;
  }

  /** Computes many teachers year by year. */
  list(teachers: readonly unknown[], lost: EntryFaults): PeriodListing<BatchPeriodResult> {
    const people: BatchPeriodResult['results'] = [];
    const years = this.#years.map(({ part, batch }) => ({
      head: headOfPart(batch.plan, part),
      results: take(listEntries(batch, teachers, lost), people),
      summary: () => batch.summary(),
    }));
    const results = () => {
      for (const sums of people) this.#count(sums);
      return people;
    };
    return { head: formatPeriod(this.#period), years, results, summary: () => this.#summary() };
  }

  #summary(): BatchPeriodResult['summary'] {
    const years = this.#years.map(({ batch }) => batch.summary());
    const repayments = sumByName(years.map((year) => year.repayments ?? {}));
    const repaymentsByClaim = sumByName(years.map((year) => year.repaymentsByClaim ?? {}));
    return {
      teachers: this.#teachers,
      failed: this.#failed,
      incomplete: this.#incomplete,
      personalTotal: sum(years, 'personalTotal'),
      institutionTotal: sum(years, 'institutionTotal'),
      byAllowance: sumByName(years.map(({ byAllowance }) => byAllowance)),
      ...(Object.keys(repayments).length > 0 && { repayments }),
      ...(Object.keys(repaymentsByClaim).length > 0 && { repaymentsByClaim }),
    };
  }

  /** The last line of a stream. */
  summaryLine(): z.infer<typeof batchPeriodSummaryLine> {
    const years = this.#years.map(({ part, batch }) => ({ ...headOfPart(batch.plan, part), ...batch.summary() }));
    return { summary: { ...formatPeriod(this.#period), years, ...this.#summary() } };
  }
}

const isComputed = (entry: BatchEntry): entry is Computed => entry.status === 'ok';

/** Yields the entries of a year and adds them to the sums of the teachers. */
function* take(entries: Iterable<BatchEntry>, people: BatchPeriodResult['results']): Generator<BatchEntry, void> {
  for (const entry of entries) {
    const before = people[entry.index];
    people[entry.index] = sumsOf(before ? [before, entry] : [entry]);
    yield entry;
  }
}

/** One teacher over some years: the sums, or the faults of the first year that has any. */
function sumsOf(entries: readonly (BatchEntry | BatchPeriodResult['results'][number])[]): BatchPeriodResult['results'][number] {
  const good: { personalTotal: string; institutionTotal: string; complete: boolean }[] = [];
  for (const entry of entries) {
    if (entry.status === 'error') return entry;
    good.push(entry);
  }
  const { index, teacherId } = entries[0] as Computed;
  return {
    index,
    teacherId,
    status: 'ok',
    personalTotal: sum(good, 'personalTotal'),
    institutionTotal: sum(good, 'institutionTotal'),
    complete: good.every(({ complete }) => complete),
  };
}

function sum<Name extends string>(years: readonly Readonly<Record<Name, string>>[], name: Name): string {
  return formatFen(years.reduce((total, year) => total + fenOf(year[name]), 0n));
}

function sumByName(years: readonly Readonly<Record<string, string>>[]): BatchSummary['byAllowance'] {
  const names = new Set(years.flatMap((year) => Object.keys(year)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      sum(
        years.map((year) => ({ [name]: year[name] ?? '0.00' })),
        name,
      ),
    ]),
  );
}
