import { NO_MONTHS } from '../calendar/month-set.ts';
import { factOf } from '../facts/dictionary.ts';
import { CALENDAR, EMPLOYMENT } from '../facts/employment.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Stretch } from '../facts/timeline.ts';
import { type Condition, FAILS, HOLDS, unique } from '../words/grammar/word.ts';
import { claimQuestions } from './claim-questions.ts';
import { waysOf } from './claims-under-readings.ts';
import { entitle } from './entitle.ts';
import { occasionsOf } from './judge-year.ts';
import { type Asked, type Look, lookerOf } from './look.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { isEmployed, type JudgedYear, type Occasions, yearUnder } from './year.ts';

/** What can still change what a teacher gets: a fact that is not given, or a reading of which no option is chosen. */
export type Question = FactQuestion | ReadingQuestion;

/** A reading without a default on which the result rests. */
export interface ReadingQuestion {
  readonly reading: string;
  readonly need: 'missing';
  readonly allowances: readonly string[];
}

/** A fact that is not given. */
export interface FactQuestion {
  readonly fact: string;
  /** Without it there is no result; it is missing from the result; or a default is used for it. */
  readonly need: 'required' | 'missing' | 'assumed';
  /** The allowances that read it, in file order. */
  readonly allowances: readonly string[];
}

/**
 * What matters, given what is known about a teacher: the facts of {@link factQuestions}, under any option of readings that are not chosen,
 * and before them the readings that have to be chosen.
 *
 * @param teacher as `encodeTeacher` gives it; required facts may be absent
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function questionsOf(plan: Plan, teacher: Teacher): Question[] {
  const ways = plan.claiming.length === 0 ? [] : waysOf(plan).map((way) => way.plan);
  if (plan.parts.length === 0 && ways.length < 2) return factQuestions(plan, teacher);
  const parts = plan.parts.flatMap(({ options }) => options.map((option) => option.plan));
  const facts = [...parts, ...ways].flatMap((one) => factQuestions(one, teacher));
  const readings = new Map<string, Set<string>>();
  const { items, claims } = entitle(plan, teacher);
  const lacking = [
    ...items.map(({ allowance, missing }) => ({ ids: [allowance.id], missing })),
    ...claims.map(({ claim, missing }) => ({ ids: claim.takesBack, missing })),
  ];
  for (const { ids, missing } of lacking) {
    for (const { input } of missing) {
      if (input.code !== 'reading') continue;
      const known = readings.get(input.reading) ?? new Set();
      readings.set(input.reading, known);
      for (const id of ids) known.add(id);
    }
  }
  const asked = [...readings].map(([reading, allowances]): Question => ({ reading, need: 'missing', allowances: [...allowances] }));
  return [...asked, ...together(facts)];
}

/** The same fact once, for all of its allowances, in the order in which one is asked. */
function together(questions: readonly FactQuestion[]): FactQuestion[] {
  const needs = ['required', 'missing', 'assumed'];
  const known = new Map<string, FactQuestion>();
  for (const one of questions) {
    const before = known.get(one.fact);
    const need = before && needs.indexOf(before.need) < needs.indexOf(one.need) ? before.need : one.need;
    known.set(one.fact, { fact: one.fact, need, allowances: unique([...(before?.allowances ?? []), ...one.allowances]) });
  }
  const rank = ({ fact, need }: FactQuestion) => (CALENDAR.includes(fact) && need !== 'required' ? needs.length : needs.indexOf(need));
  return [...known.values()].toSorted((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? 0 : b.allowances.length - a.allowances.length));
}

/**
 * The facts that matter, given what is known about a teacher: the required ones, and those that decide an allowance which no given fact has
 * decided. Answering any other fact changes no amount, no missing input, and not which allowances are declined (it may change the reason
 * given).
 *
 * A place is asked for by its town, and by its village where the town is listed by village. The date of a one-off is not asked for a
 * teacher who is not employed in any month in force, and the days of arriving and leaving are not asked where both months of employment are
 * given.
 *
 * @param teacher as `encodeTeacher` gives it; required facts may be absent
 * @returns required facts first, then those missing from the result, then by the number of allowances that read them; dates of employment
 *   come last
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
function factQuestions(plan: Plan, teacher: Teacher): FactQuestion[] {
  const { dictionary } = plan.policy;
  const asked: Asked = new Map();
  for (const version of plan.versions) {
    const year = yearUnder(version, plan.settings.year, teacher);
    for (const allowance of version.allowances) askFor(allowance, version, year, plan, asked);
  }
  const claiming = claimQuestions(plan, teacher, asked, (allowance, version, year, other) =>
    askFor(allowance, version, year, other, asked),
  );
  const { items, claims } = entitle(plan, teacher);
  const paid = items.filter(({ paidStretches, missing }) => paidStretches !== null || missing.length > 0);
  const ids = (list: typeof items) => [...new Set(list.map(({ allowance }) => allowance.id))];
  // Where days replace months that are not given, the months may differ, also for a teacher who by the days is not employed.
  const byDays = [EMPLOYMENT.arrived, EMPLOYMENT.left].some(isGiven);
  const matters = paid.length > 0 || claiming || byDays;
  const { from, to, arrived, left } = EMPLOYMENT;
  // A day decides where its month is not given, or, with the other day, whether the person was away between the two.
  const isIdle = (fact: string) =>
    (fact === arrived && isGiven(from) && !isGiven(left)) || (fact === left && isGiven(to) && !isGiven(arrived));
  const calendar = Object.values(EMPLOYMENT).filter((fact) => matters && !isGiven(fact) && !isIdle(fact));
  const required = plan.policy.document.requires.filter((fact) => !isGiven(fact));
  const missingFacts = new Set(
    [...items, ...claims].flatMap(({ missing }) => missing.flatMap(({ input }) => (input.code === 'fact' ? [input.fact] : []))),
  );

  function isGiven(fact: string): boolean {
    return teacher.base[factOf(dictionary, fact).index] !== null;
  }
  const questions = [...asked].map(
    ([fact, allowances]): FactQuestion => ({ fact, need: missingFacts.has(fact) ? 'missing' : 'assumed', allowances: [...allowances] }),
  );
  const further = questions.filter(({ fact }) => !required.includes(fact) && !calendar.some((one) => one === fact));
  const needs = ['missing', 'assumed'];
  return [
    ...required.map((fact): FactQuestion => ({ fact, need: 'required', allowances: [...(asked.get(fact) ?? [])] })),
    ...further.toSorted((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || b.allowances.length - a.allowances.length),
    ...calendar.map((fact): FactQuestion => ({ fact, need: 'assumed', allowances: ids(paid) })),
  ];
}

/** Judges an allowance as the engine does, and asks for the facts that were read and not given. */
function askFor(allowance: CompiledAllowance, version: Version, year: JudgedYear, plan: Plan, asked: Asked): void {
  const { rhythm, months } = allowance;
  const { caps } = version;
  const inForce = version.inForce & allowance.window;
  const look = lookerOf(plan, version, [allowance.id], asked);
  const occasions = occasionsOf(allowance, inForce, year);
  if (rhythm.kind === 'dated' && year.base[rhythm.index] === null && (isEmployed(inForce, year) || !('code' in occasions))) {
    asked.set(rhythm.fact, (asked.get(rhythm.fact) ?? new Set()).add(allowance.id));
  }
  if ('code' in occasions) return;
  const { stretches, afterwards } = occasions;
  // Months in which another policy is in force count only towards the first so many, the last in which an annual sum is due, and a limit of
  // the year.
  const apart = rhythm.kind !== 'year' && months.atMost >= 12 && !caps.some(({ period }) => period === 'year');
  for (const stretch of stretches.toReversed()) {
    if (apart && !(stretch.months & inForce)) continue;
    const settled = lookAt(allowance, stretch, look, occasions);
    if (settled && rhythm.kind === 'year') return;
  }
  for (const stretch of afterwards) lookAt(allowance, stretch, look, occasions);
}

/**
 * Judges one stretch of months, as far as given facts or facts already asked for decide it.
 *
 * @returns whether the allowance holds there and pays in some month
 */
function lookAt({ conditions, amount }: CompiledAllowance, stretch: Stretch, look: Look, { payableIn, missing }: Occasions): boolean {
  const given = look.givenOf(stretch);
  if (conditions.some((condition) => condition.judge(given) === FAILS)) return false;
  const failing = conditions.find((condition) => condition.judge(stretch) === FAILS);
  const row = look.at(stretch);
  if (failing) {
    // A default makes it fail: until that fact is answered, nothing else about the allowance matters.
    failing.judge(row);
    return false;
  }
  const verdicts = conditions.map((condition: Condition) => condition.judge(row));
  const payable = payableIn(row);
  if (verdicts.some((verdict) => verdict !== HOLDS) || payable === NO_MONTHS) return false;
  if (missing.length === 0) amount.evaluate(row, []);
  return true;
}
