import type { ClaimFigures } from '../../budget/claim-tally.ts';
import type { Dimension } from '../../budget/dimensions.ts';
import type { Group } from '../../budget/groups.ts';
import type { BudgetFigures } from '../../budget/ledger.ts';
import type { OpenFigures, Span } from '../../budget/open-tally.ts';
import type { VariantFigures } from '../../budget/variants.ts';
import { formatMonth, january } from '../../calendar/month.ts';
import { lastInForce } from '../../engine/last-in-force.ts';
import type { CompiledAllowance, Plan } from '../../engine/plan.ts';
import { decodeFact } from '../../facts/value.ts';
import { formatFen } from '../../money/fen.ts';
import { clauseOf } from '../wire/clause.ts';
import { say, type Wording } from '../wire/wording.ts';
import type { BudgetResult } from './budget-result.ts';

type Spoken = Pick<Wording, 'language'>;
type Figures = Pick<
  BudgetResult,
  | 'headcount'
  | 'incomplete'
  | 'personalTotal'
  | 'institutionTotal'
  | 'byAllowance'
  | 'byMonth'
  | 'paidOut'
  | 'byBudgetCode'
  | 'groups'
  | 'missing'
  | 'assumed'
  | 'unused'
  | 'repayments'
>;

/** The months of the year, and those of the next in which something is paid out. */
function paidOutOf(cash: readonly bigint[], first: number): NonNullable<BudgetResult['paidOut']> {
  return cash.flatMap((fen, month) => (month < 12 || fen !== 0n ? [{ month: formatMonth(first + month), amount: formatFen(fen) }] : []));
}

/** A least and a most, for the wire. @param besideFen what is added to both */
export function spanOf({ leastFen, mostFen }: Span, besideFen = 0n): { least: string; most: string } {
  return { least: formatFen(leastFen + besideFen), most: formatFen(mostFen + besideFen) };
}

/** What hangs on readings that are not chosen, for the wire. */
export function openOf(plan: Plan, open: OpenFigures, envelopesFen: bigint): NonNullable<BudgetResult['open']> {
  return {
    readings: open.readings.map((one) => ({ ...one })),
    headcount: open.headcount,
    ...spanOf(open, envelopesFen),
    byAllowance: open.byRow.map((span, row) => ({ allowance: (plan.rows[row] as CompiledAllowance).id, ...spanOf(span) })),
  };
}

/** The sums of the people, for the wire. */
export function figuresOf(plan: Plan, figures: BudgetFigures, groupBy: readonly Dimension[], wording: Spoken): Figures {
  const first = january(plan.settings.year);
  return {
    headcount: figures.headcount,
    incomplete: figures.incomplete,
    personalTotal: formatFen(figures.personalFen),
    institutionTotal: formatFen(figures.institutionFen),
    byAllowance: figures.byAllowance.map(({ allowance, headcount, amountFen }, row) => {
      const { title, payee } = (plan.rows[row] as CompiledAllowance).node;
      return { allowance, title: say(title, wording), payee, headcount, amount: formatFen(amountFen) };
    }),
    byMonth: figures.byMonth.map((fen, month) => ({ month: formatMonth(first + month), amount: formatFen(fen) })),
    ...(figures.paidOut && { paidOut: paidOutOf(figures.paidOut, first) }),
    byBudgetCode: figures.byBudgetCode.map(({ economic, functional, amountFen }) => ({
      economic,
      functional,
      amount: formatFen(amountFen),
    })),
    groups: figures.groups.map((group) => ({
      key: keyOf(group, groupBy, first),
      headcount: group.headcount,
      amount: formatFen(group.amountFen),
    })),
    missing: figures.missing.map((one) => ({ ...one })),
    assumed: figures.assumed.map(({ fact, value, headcount }) => ({ fact: fact.id, value: decodeFact(fact, value), headcount })),
    unused: figures.unused.map((one) => ({ ...one })),
    repayments: repaymentsOf(figures.claims, wording),
  };
}

function repaymentsOf(figures: ClaimFigures, wording: Spoken): BudgetResult['repayments'] {
  return {
    amount: formatFen(figures.amountFen),
    headcount: figures.headcount,
    byAllowance: figures.byAllowance.map(({ allowance, claim, headcount, amountFen }) => {
      const { title } = claim.policy.document.allowances[allowance] ?? claim.node;
      return { allowance, title: say(title, wording), headcount, amount: formatFen(amountFen) };
    }),
    byClaim: figures.byClaim.map(({ claim, headcount, openHeadcount, amountFen }) => {
      return { claim: claim.id, title: say(claim.node.title, wording), headcount, amount: formatFen(amountFen), openHeadcount };
    }),
    openHeadcount: figures.openHeadcount,
    missing: figures.missing.map(({ claim, input, headcount }) => {
      const { atLeast = null, atMost = null } = (input.code === 'no-figure' && claim.policy.parameters.get(input.parameter)?.bounds) || {};
      return { claim: claim.id, ...input, ...(atLeast !== null && { atLeast }), ...(atMost !== null && { atMost }), headcount };
    }),
  };
}

function keyOf({ key }: Group, groupBy: readonly Dimension[], first: number): Record<string, string | null> {
  return Object.fromEntries(
    groupBy.map((dimension, at) => {
      const value = key[at] ?? null;
      return [dimension, dimension === 'month' ? formatMonth(first + Number(value)) : value === null ? null : String(value)];
    }),
  );
}

/** An envelope does not depend on the roster: it is a sum for the whole year, at the figure of the policy's last month in force. */
function yearlyFen({ version, month }: NonNullable<ReturnType<typeof lastInForce>>, parameter: string): number | null {
  return version.figure(parameter)[month] ?? null;
}

/** The sum of the envelopes whose figures are known, in fen. */
export function envelopeTotal(plan: Plan): bigint {
  const last = lastInForce(plan);
  if (last === null) return 0n;
  const envelopes = Object.values(last.version.policy.document.envelopes);
  return envelopes.reduce((sum, { parameter }) => sum + BigInt(yearlyFen(last, parameter) ?? 0), 0n);
}

/** What a budget would come to under a plan as if in force. @param figures of the people under it */
export function budgetWouldBe(
  plan: Plan,
  { personalFen, institutionFen, isComplete }: Pick<VariantFigures, 'personalFen' | 'institutionFen' | 'isComplete'>,
) {
  const envelopes = envelopeTotal(plan);
  return {
    total: formatFen(personalFen + institutionFen + envelopes),
    personalTotal: formatFen(personalFen),
    institutionTotal: formatFen(institutionFen),
    envelopeTotal: formatFen(envelopes),
    complete: isComplete && envelopesOf(plan, { language: 'zh' }).every(({ amount }) => amount !== null),
  };
}

/** The envelopes of an alternative beside those of the baseline, for the wire. An undetermined one is in neither total. */
export function comparedEnvelopes(plan: Plan, baseline: Plan): BudgetResult['scenarios'][number]['envelopes'] {
  const [last, lastHere] = [lastInForce(plan), lastInForce(baseline)];
  if (last === null || lastHere === null) return [];
  return Object.entries(last.version.policy.document.envelopes).map(([id, { parameter }]) => {
    const [there, here] = [yearlyFen(last, parameter), yearlyFen(lastHere, parameter)];
    return { id, amount: there === null ? null : formatFen(there), difference: formatFen((there ?? 0) - (here ?? 0)) };
  });
}

/** The envelopes with their parts, for the wire. */
export function envelopesOf(plan: Plan, wording: Spoken): BudgetResult['envelopes'] {
  const last = lastInForce(plan);
  if (last === null) return [];
  const amountOf = (parameter: string) => {
    const fen = yearlyFen(last, parameter);
    return fen === null ? null : formatFen(fen);
  };
  return Object.entries(last.version.policy.document.envelopes).map(([id, { title, clause, parameter, atLeast, parts }]) => ({
    id,
    title: say(title, wording),
    clause: clauseOf(clause, wording),
    amount: amountOf(parameter),
    ...(atLeast && { atLeast }),
    ...(parts && {
      parts: Object.entries(parts).map(([part, node]) => ({ id: part, title: say(node.title, wording), amount: amountOf(node.parameter) })),
    }),
  }));
}

/** Every figure that is undetermined in some month of this run, with the number of people concerned, which can be zero. */
export function awaitedOf(plan: Plan, figures: BudgetFigures, wording: Spoken): BudgetResult['awaited'] {
  const awaited = plan.versions.flatMap(({ policy, inForce, figure, allowances }) =>
    allowances.flatMap(({ id, amount, window }) =>
      amount.parameters
        .filter((key) => figure(key).some((value, month) => value === null && ((inForce & window) >> month) & 1))
        .map((parameter) => {
          const clause = policy.parameters.get(parameter)?.clause;
          const found = figures.missing.find((one) => one.allowance === id && one.code === 'no-figure' && one.parameter === parameter);
          if (!clause) throw new Error(`there is no parameter ${parameter}`);
          return { allowance: id, parameter, clause: clauseOf(clause, wording), headcount: found?.headcount ?? 0 };
        }),
    ),
  );
  // A figure that is undetermined in two versions is listed once.
  const nameOf = ({ allowance, parameter }: (typeof awaited)[number]) => `${allowance} ${parameter}`;
  return awaited.filter((one, at) => awaited.findIndex((other) => nameOf(other) === nameOf(one)) === at);
}
