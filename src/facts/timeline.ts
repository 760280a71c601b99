import { january, type MonthIndex } from '../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, monthsBetween, stretchesOf } from '../calendar/month-set.ts';
import { type Dictionary, type Fact, type FactValue, factOf } from './dictionary.ts';
import { EMPLOYMENT, type Employment, type EmploymentDates, employmentIn } from './employment.ts';
import type { PlaceTest } from './place.ts';
import type { Teacher } from './teacher.ts';
import { defaultOf } from './value.ts';

/** A stretch of months of the year in which all facts of a teacher stay the same and the person is employed and on the payroll. */
export interface Stretch {
  readonly months: MonthSet;
  /** The first month, 0 to 11. */
  readonly start: number;
  /** The month after the last, 1 to 12. */
  readonly end: number;
  /** One value per fact of the dictionary, defaults applied, places judged and facts derived; `null` where unknown. */
  readonly facts: readonly FactValue[];
  /** The same facts as given, `null` where not given. */
  readonly given: readonly FactValue[];
  /** Which of several sums at a date falls in the month, from 0. */
  readonly instalment?: number;
}

/** The months (1 to 11) before which something changes although the facts do not; other numbers say nothing. */
export type Cut = (facts: readonly FactValue[]) => readonly number[];

/** How the value of a derived fact follows from the other facts of a month. */
export interface Derivation {
  /** Its place in a row of facts. */
  readonly index: number;
  /** Months before which its value changes although the facts that it reads do not. */
  readonly cuts?: readonly Cut[];
  /**
   * @param row the facts, in which those above it have their values already, and a month in which they hold (0 to 11 in the year; other
   *   numbers for months of other years)
   * @returns `null` where the value is not known
   */
  derive(row: Pick<Stretch, 'facts' | 'start'>): FactValue;
}

/** A year of a teacher. */
export interface TeacherYear {
  /** The employed months as stretches, in order. */
  readonly stretches: readonly Stretch[];
  readonly employment: Employment;
  /** The facts as of the start. */
  readonly base: readonly FactValue[];
  /**
   * The facts of one month, employed or not, as a stretch of that month alone (0 to 11 in the year; other numbers for months of other
   * years).
   */
  monthAt(month: number): Stretch;
}

/** Cuts a year of a teacher into stretches of employed months. */
export type Timeline = (teacher: Teacher) => TeacherYear;

/**
 * Prepares the calendar of one year.
 *
 * @param dictionary the facts of the policy
 * @param year the calendar year
 * @param places for every fact that is derived from a place, the policy's list
 * @param breaks months (1 to 11) before which a stretch must end because a rate changes there, in order
 * @param derivations the derived facts, in order: each may read those before it
 * @param further where else a stretch must end
 */
export function timelineOf(
  dictionary: Dictionary,
  year: number,
  places: ReadonlyMap<string, PlaceTest>,
  breaks: readonly number[],
  derivations: readonly Derivation[] = [],
  further: readonly Cut[] = [],
): Timeline {
  const first = january(year);
  const onPayroll = factOf(dictionary, EMPLOYMENT.onPayroll).index;
  const complete = completion(dictionary, places);
  const cuts = [...derivations.flatMap((one) => one.cuts ?? []), ...further];
  const followers = dictionary.facts.filter((fact) => fact.follows.length > 0);

  const layOut = (teacher: Teacher): TeacherYear => {
    const { base } = teacher;
    const employment = employmentOf(dictionary, year, teacher);
    const { months: employed } = employment;
    const given = base.slice();
    const stretches: Stretch[] = [];
    let at = 0;
    const close = (until: number) => {
      const known = complete(given);
      const ends = cuts.length === 0 ? breaks : [...breaks, ...cuts.flatMap((cut) => cut(known))].sort((a, b) => a - b);
      for (let begin = at; begin < until; ) {
        const next = Math.min(until, ends.find((month) => month > begin) ?? 12);
        const months = employed & monthsBetween(begin, next);
        if (months !== 0 && given[onPayroll] !== false) {
          for (const { start, end } of employed === ALL_MONTHS ? [{ start: begin, end: next }] : stretchesOf(months)) {
            const facts = withDerived(known, given, start, derivations);
            stretches.push({ months: monthsBetween(start, end), start, end, facts, given: given.slice() });
          }
        }
        begin = next;
      }
      at = Math.max(at, until);
    };
    for (const change of teacher.changes) {
      close(clamp(change.from - first));
      if (change.from - first > 11) break;
      overlay(given, change.named, followers);
    }
    close(12);
    const monthAt = (month: number): Stretch => {
      const then = base.slice();
      for (const change of teacher.changes) if (change.from - first <= month) overlay(then, change.named, followers);
      return {
        months: 1 << month,
        start: month,
        end: month + 1,
        facts: withDerived(complete(then), then, month, derivations),
        given: then,
      };
    };
    return { stretches, employment, base, monthAt };
  };
  return derivations.length === 0 ? layOut : keepingYears(layOut);
}

/** Lays out a person's year once, however often it is asked for: what is paid, why not, and what is claimed back each do. */
function keepingYears(layOut: Timeline): Timeline {
  const kept = new WeakMap<Teacher, TeacherYear>();
  return (teacher) => {
    let year = kept.get(teacher);
    if (!year) {
      year = layOut(teacher);
      kept.set(teacher, year);
    }
    return year;
  };
}

/** Applies a change to the facts as given. A fact that follows a named one lapses, unless it is named itself. */
function overlay(given: FactValue[], named: readonly (readonly [Fact, FactValue])[], followers: readonly Fact[]): void {
  for (const fact of followers) {
    if (named.some(([{ id }]) => fact.follows.includes(id))) given[fact.index] = null;
  }
  for (const [fact, value] of named) given[fact.index] = value;
}

/** Fills in defaults and judges places. */
function completion(dictionary: Dictionary, places: ReadonlyMap<string, PlaceTest>): (given: readonly FactValue[]) => FactValue[] {
  const defaults = dictionary.facts.map(defaultOf);
  const judged = dictionary.facts.flatMap((fact) => {
    const test = fact.type === 'boolean' && fact.place ? places.get(fact.id) : undefined;
    if (fact.type !== 'boolean' || !fact.place || !test) return [];
    return [
      { index: fact.index, town: factOf(dictionary, fact.place.town).index, village: factOf(dictionary, fact.place.village).index, test },
    ];
  });
  return (given) => {
    const facts = given.slice();
    for (let index = 0; index < facts.length; index++) facts[index] ??= defaults[index] as FactValue;
    for (const { index, town, village, test } of judged) {
      // Without a town the default applies, or the fact is unknown.
      if (given[index] === null && facts[town] !== null) facts[index] = test(facts[town] as string, facts[village] as string | null);
    }
    return facts;
  };
}

/** Complete facts with those that are derived in a month, in order; what is given of them stays. */
function withDerived(
  complete: readonly FactValue[],
  given: readonly FactValue[],
  start: number,
  derivations: readonly Derivation[],
): readonly FactValue[] {
  if (derivations.length === 0) return complete;
  const facts = complete.slice();
  for (const { index, derive } of derivations) if (given[index] === null) facts[index] = derive({ facts, start });
  return facts;
}

function clamp(month: number): number {
  return month < 0 ? 0 : month > 12 ? 12 : month;
}

/** When a teacher is employed in a year, which need not be that of a timeline. */
export function employmentOf(dictionary: Dictionary, year: number, teacher: Pick<Teacher, 'base'>): Employment {
  return employmentIn(year, employmentDates(dictionary, teacher));
}

/** The dates of a teacher's employment as given. */
export function employmentDates(dictionary: Dictionary, { base }: Pick<Teacher, 'base'>): EmploymentDates {
  const given = (fact: string) => base[factOf(dictionary, fact).index] ?? null;
  return {
    from: given(EMPLOYMENT.from) as MonthIndex | null,
    to: given(EMPLOYMENT.to) as MonthIndex | null,
    arrivedOn: given(EMPLOYMENT.arrived) as string | null,
    leftOn: given(EMPLOYMENT.left) as string | null,
  };
}
