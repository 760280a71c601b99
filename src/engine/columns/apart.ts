import { january } from '../../calendar/month.ts';
import { type CodedTeacher, NOT_GIVEN } from '../../facts/coded-teacher.ts';
import { type Dictionary, factOf, isNeverWhenBlank } from '../../facts/dictionary.ts';
import { EMPLOYMENT, type Employment, employmentIn } from '../../facts/employment.ts';
import { isOnLeaving } from '../claims.ts';
import type { Plan } from '../plan.ts';
import type { Layout } from './layout.ts';

/** Why columns cannot represent a teacher of a plan that they otherwise hold. */
type Reason = (teacher: CodedTeacher) => boolean;
type EmploymentReader = (codes: Float64Array, texts: readonly (string | null)[]) => Employment;

/**
 * Prepares a test of whom columns cannot represent, so that a rare rule costs only those whom it concerns. The engine computes them person by
 * person.
 *
 * @param plan any of the plans that use the columns
 */
export function standsApart(layout: Layout, plan: Plan): (teacher: CodedTeacher) => boolean {
  const { year } = plan.settings;
  const employedIn = employmentReader(layout.dictionary, year);
  const reasons = [...lateSums(layout, year, employedIn), ...claimDates(plan, employedIn), ...oddDates(layout, year, employedIn)];
  return reasons.length === 0 ? () => false : (teacher) => reasons.some((reason) => reason(teacher));
}

/** Whether a person leaves who may be due a yearly sum of a later month. */
function lateSums({ hasLateSums }: Layout, year: number, employedIn: EmploymentReader): Reason[] {
  if (!hasLateSums) return [];
  return [
    ({ codes, texts }) => {
      const { leaves, away } = employedIn(codes, texts);
      return [leaves, away].some((month) => month !== null && month >= january(year) && month < january(year + 1));
    },
  ];
}

/** Whether the date of a claim lies in the year or is not known; of claims on leaving, whether a person leaves or has come back. */
function claimDates({ claiming, settings }: Plan, employedIn: EmploymentReader): Reason[] {
  const claims = claiming.flatMap((version) => version.claims);
  const first = january(settings.year);
  const isInYear = (month: number | null) => month !== null && month >= first && month < first + 12;
  const leaves: Reason = ({ codes, texts }) => {
    const employment = employedIn(codes, texts);
    return employment.isReturn || isInYear(employment.leaves);
  };
  const dated = claims.filter((claim) => !isOnLeaving(claim)).map(({ node, policy }) => factOf(policy.dictionary, node.at));
  return [
    ...(claims.some(isOnLeaving) ? [leaves] : []),
    ...dated.map(
      (fact): Reason =>
        ({ codes }) => {
          const code = codes[fact.index] as number;
          return code === NOT_GIVEN ? !isNeverWhenBlank(fact) : isInYear(code);
        },
    ),
  ];
}

/** Whether the date of a one-off is missing because it is blank, or lies in the year but outside the employed months or those in force. */
function oddDates({ months: inForce, dictionary, dates }: Layout, year: number, employedIn: EmploymentReader): Reason[] {
  if (dates.length === 0) return [];
  const first = january(year);
  const onPayroll = factOf(dictionary, EMPLOYMENT.onPayroll).index;
  const isOdd: Reason = ({ codes, texts, changes, changeCount }) => {
    for (const fact of dates) {
      const code = codes[fact.index] as number;
      if (code === NOT_GIVEN && !isNeverWhenBlank(fact)) return true;
      const month = code - first;
      if (month < 0 || month > 11) continue;
      if (!(((employedIn(codes, texts).months & inForce) >> month) & 1) || codes[onPayroll] === 0) return true;
      // Going off the payroll during the year is rare, so it is left to the engine.
      for (const change of changes.slice(0, changeCount)) if (change.facts.subarray(0, change.size).includes(onPayroll)) return true;
    }
    return false;
  };
  return [isOdd];
}

/** Prepares to compute the employment of a teacher from codes. */
export function employmentReader(dictionary: Dictionary, year: number): EmploymentReader {
  const [from, to, arrived, left] = [EMPLOYMENT.from, EMPLOYMENT.to, EMPLOYMENT.arrived, EMPLOYMENT.left].map(
    (id) => factOf(dictionary, id).index,
  ) as [number, number, number, number];
  const all = employmentIn(year, { from: null, to: null, arrivedOn: null, leftOn: null });
  return (codes, texts) => {
    const begun = codes[from] as number;
    const ended = codes[to] as number;
    const came = codes[arrived] as number;
    const went = codes[left] as number;
    if (begun === NOT_GIVEN && ended === NOT_GIVEN && came === NOT_GIVEN && went === NOT_GIVEN) return all;
    return employmentIn(year, {
      from: begun === NOT_GIVEN ? null : begun,
      to: ended === NOT_GIVEN ? null : ended,
      arrivedOn: came === NOT_GIVEN ? null : (texts[arrived] as string),
      leftOn: went === NOT_GIVEN ? null : (texts[left] as string),
    });
  };
}
