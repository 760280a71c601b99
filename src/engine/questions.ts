import { monthOfDate } from '../calendar/month.ts';
import { type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { EMPLOYMENT, type FactValue, factOf } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Run } from '../facts/timeline.ts';
import { type Condition, FAILS, HOLDS } from '../words/word.ts';
import { entitle } from './entitle.ts';
import { type Asked, type Look, lookerOf } from './look.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { type Breach, breachesOf, breachFacts } from './repay.ts';

/** A fact that is not given and that can still change what a teacher gets. */
export interface Question {
  readonly fact: string;
  /** Without it there is no result; the result lacks it; or a default stands in for it. */
  readonly need: 'required' | 'missing' | 'assumed';
  /** The allowances that read it, in file order. */
  readonly allowances: readonly string[];
}

/**
 * The facts that matter, given what is known of a teacher: the required ones, and those that decide an allowance which no given fact has decided. To
 * answer any others changes no amount, nothing that is missing, and which allowances are declined (it may change the reason that is told).
 *
 * A place is asked for by its town, and by its village where the town is listed by village.
 *
 * @param teacher as `encodeTeacher` gives it; required facts may be absent
 * @returns required facts first, then those that the result lacks, then by the number of allowances that read them; who is employed when comes last
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function questionsOf(plan: Plan, teacher: Teacher): Question[] {
  const { dictionary } = plan.policy;
  const asked: Asked = new Map();
  for (const version of plan.versions) {
    const runs = version.timeline(teacher);
    for (const allowance of version.allowances) askFor(allowance, version, runs, plan, asked);
  }
  const breaches = breachesOf(plan, teacher);
  for (const breach of breaches) askForBreach(breach, teacher, asked);
  const bonds = breachFacts(plan, teacher);
  for (const { fact, allowance } of bonds) if (fact !== EMPLOYMENT.to) asked.set(fact, (asked.get(fact) ?? new Set()).add(allowance));
  const { items } = entitle(plan, teacher);
  const paid = items.filter(({ stretches, missing }) => stretches !== null || missing.length > 0);
  const ids = (list: typeof items) => [...new Set(list.map(({ allowance }) => allowance.id))];
  const matters = paid.length > 0 || breaches.length > 0 || bonds.some(({ fact }) => fact === EMPLOYMENT.to);
  const calendar = Object.values(EMPLOYMENT).filter((fact) => matters && !isGiven(fact));
  const required = plan.policy.document.requires.filter((fact) => !isGiven(fact));
  const lacking = new Set(items.flatMap(({ missing }) => missing.flatMap((lack) => (lack.code === 'fact' ? [lack.fact] : []))));

  function isGiven(fact: string): boolean {
    return teacher.base[factOf(dictionary, fact).index] !== null;
  }
  const questions = [...asked].map(
    ([fact, allowances]): Question => ({ fact, need: lacking.has(fact) ? 'missing' : 'assumed', allowances: [...allowances] }),
  );
  const further = questions.filter(({ fact }) => !required.includes(fact) && !calendar.some((one) => one === fact));
  const needs = ['missing', 'assumed'];
  return [
    ...required.map((fact): Question => ({ fact, need: 'required', allowances: [...(asked.get(fact) ?? [])] })),
    ...further.toSorted((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || b.allowances.length - a.allowances.length),
    ...calendar.map((fact): Question => ({ fact, need: 'assumed', allowances: ids(paid) })),
  ];
}

/** What was paid in the years before is asked for as it is in the year. */
function askForBreach({ allowance: { id }, years }: Breach, teacher: Teacher, asked: Asked): void {
  for (const year of years.slice(0, -1)) {
    for (const version of year.versions) {
      const runs = version.timeline(teacher);
      for (const one of version.allowances) if (one.id === id) askFor(one, version, runs, year, asked);
    }
  }
}

/** Looks at an allowance as the engine does, and asks for the facts that were looked at and not given. */
function askFor(allowance: CompiledAllowance, { inForce, policy, caps }: Version, runs: readonly Run[], plan: Plan, asked: Asked): void {
  const { rhythm, months, limits } = allowance;
  const look = lookerOf(plan, policy, allowance.id, asked);
  if (!runs.some((run) => run.months & inForce)) return;
  if (rhythm.kind === 'once') {
    const date = look.at(runs[0] as Run).facts[rhythm.index] as FactValue;
    if (typeof date !== 'string') return;
    const since = plan.settings.year - Number(date.slice(0, 4));
    const month = 1 << (monthOfDate(date) % 12);
    if (since < 0 || since >= rhythm.years || !(inForce & month)) return;
    for (const run of runs) if (run.months & month) lookAt(allowance, run, look, () => month & months.set);
    return;
  }
  // Months in which another policy is in force count only towards the first so many, the last in which an annual sum is due, and a limit of the year.
  const apart = rhythm.kind === 'month' && months.atMost >= 12 && !caps.some(({ period }) => period === 'year');
  for (const run of runs.toReversed()) {
    if (apart && !(run.months & inForce)) continue;
    const settled = lookAt(allowance, run, look, (row) => run.months & months.set & limits.monthsOf(row));
    if (settled && rhythm.kind === 'year') return;
  }
}

/**
 * Looks at one run of months as far as what is found there is decided by what is given or asked for.
 *
 * @returns whether the allowance holds there and pays in some month
 */
function lookAt({ conditions, amount }: CompiledAllowance, run: Run, look: Look, payableIn: (row: Run) => MonthSet): boolean {
  const given = look.givenOf(run);
  if (conditions.some((condition) => condition.judge(given) === FAILS)) return false;
  const failing = conditions.find((condition) => condition.judge(run) === FAILS);
  const row = look.at(run);
  if (failing) {
    // What stands in for an answer makes it fail: until that is asked, nothing else of the allowance matters.
    failing.judge(row);
    return false;
  }
  const verdicts = conditions.map((condition: Condition) => condition.judge(row));
  const payable = payableIn(row);
  if (verdicts.some((verdict) => verdict !== HOLDS) || payable === NO_MONTHS) return false;
  amount.evaluate(row, []);
  return true;
}
