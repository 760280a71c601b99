import { formatPeriod, type Period, yearsIn } from '../../calendar/period.ts';
import { fenOf, formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PeriodListing } from '../batch/listing-years.ts';
import { readOnce } from '../batch/read-once.ts';
import type { EntryFaults } from '../wire/entries.ts';
import { type Listing, listEntries } from '../wire/listing.ts';
import type { Wording } from '../wire/wording.ts';
import { Arrears } from './arrears.ts';
import type { ArrearsOrder } from './arrears-request.ts';
import type { ArrearsEntry, ArrearsPeriodEntry, ArrearsPeriodResult, ArrearsResult } from './arrears-result.ts';

/** What was paid and what is due, summed over the years so far. */
class Sums {
  #paid = 0n;
  #due = 0n;

  add({ paid, due }: { readonly paid: string; readonly due: string }): void {
    this.#paid += fenOf(paid);
    this.#due += fenOf(due);
  }

  get wire() {
    return { paid: formatFen(this.#paid), due: formatFen(this.#due) };
  }

  get wireWithDifference() {
    return { ...this.wire, difference: formatFen(this.#due - this.#paid) };
  }
}

/** Sums, with the amounts that could not be compared. */
class SumsWithRest {
  readonly #sums = new Sums();
  readonly #unresolved = new Sums();

  add(sums: Pick<ArrearsResult['summary'], 'paid' | 'due' | 'unresolved'>): void {
    this.#sums.add(sums);
    this.#unresolved.add(sums.unresolved);
  }

  get wire() {
    return { ...this.#sums.wireWithDifference, unresolved: this.#unresolved.wire };
  }
}

/** One teacher over the years so far. */
interface Person {
  readonly teacherId: string | undefined;
  readonly sums: SumsWithRest;
  isComplete: boolean;
  isDetermined: boolean;
  /** The faults of the first year that has any. */
  errors: Extract<ArrearsEntry, { status: 'error' }>['errors'] | null;
}

/** Sums over the years of a period. Years arrive one after the other, each with all teachers. */
class ArrearsOfYears {
  readonly #people: Person[] = [];
  readonly #total = new SumsWithRest();
  readonly #byAllowance = new Map<string, Sums>();
  readonly #byMonth: ArrearsResult['summary']['byMonth'] = [];

  /** Adds an entry of a year. */
  take(entry: ArrearsEntry): void {
    const { index, teacherId } = entry;
    this.#people[index] ??= { teacherId, sums: new SumsWithRest(), isComplete: true, isDetermined: true, errors: null };
    const person = this.#people[index];
    if (entry.status === 'error') {
      person.errors ??= entry.errors;
      return;
    }
    person.sums.add(entry);
    if (!entry.complete) person.isComplete = false;
    if (entry.undetermined) person.isDetermined = false;
  }

  /** Adds the sums of a finished year. */
  close(summary: ArrearsResult['summary']): void {
    this.#total.add(summary);
    for (const sums of summary.byAllowance) {
      const known = this.#byAllowance.get(sums.allowance) ?? new Sums();
      this.#byAllowance.set(sums.allowance, known);
      known.add(sums);
    }
    this.#byMonth.push(...summary.byMonth);
  }

  *results(): Generator<ArrearsPeriodEntry, void> {
    for (const [index, { teacherId, sums, isComplete, errors }] of this.#people.entries()) {
      if (errors) yield { index, ...(teacherId !== undefined && { teacherId }), status: 'error', errors };
      else yield { index, teacherId: teacherId as string, status: 'ok', ...sums.wire, complete: isComplete };
    }
  }

  summary(): ArrearsPeriodResult['summary'] {
    const good = this.#people.filter(({ errors }) => errors === null);
    return {
      teachers: this.#people.length,
      failed: this.#people.length - good.length,
      incomplete: good.filter(({ isComplete }) => !isComplete).length,
      undetermined: good.filter(({ isDetermined }) => !isDetermined).length,
      ...this.#total.wire,
      byAllowance: [...this.#byAllowance].map(([allowance, sums]) => ({ allowance, ...sums.wireWithDifference })),
      byMonth: this.#byMonth,
    };
  }
}

/**
 * Computes the arrears of a period year by year, each year for all teachers. Teachers are validated once.
 *
 * @throws RangeError if the order is for a single year; use `listArrears`
 */
export function listArrearsOfPeriod(
  policy: Policy,
  order: ArrearsOrder,
  wording: Wording,
  lost: EntryFaults = new Map(),
): PeriodListing<ArrearsPeriodResult> {
  const { period, before } = order;
  if (!period) throw new RangeError('a year is no period');
  const over = new ArrearsOfYears();
  return {
    head: { ...formatPeriod(period), ...('payments' in before && { payments: before.payments.counts }) },
    years: listYears(policy, { ...order, period }, wording, lost, over),
    results: () => over.results(),
    summary: () => over.summary(),
  };
}

function* listYears(
  policy: Policy,
  order: ArrearsOrder & { readonly period: Period },
  wording: Wording,
  lost: EntryFaults,
  over: ArrearsOfYears,
): Generator<Listing<ArrearsResult>, void> {
  const read = readOnce();
  for (const part of yearsIn(order.period)) {
    const arrears = new Arrears(policy, order, wording, { part, read });
    const results = function* () {
      for (const entry of listEntries(arrears, order.teachers, lost)) {
        over.take(entry);
        yield entry;
      }
    };
    const summary = () => {
      const whole = arrears.summary();
      over.close(whole);
      return whole;
    };
    yield { head: arrears.head(), results: results(), summary };
  }
}
