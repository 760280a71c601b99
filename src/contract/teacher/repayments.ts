import * as z from 'zod';
import { takenBack } from '../../budget/claim-tally.ts';
import { formatMonth, january } from '../../calendar/month.ts';
import type { Claim, MissingInMonths } from '../../engine/item.ts';
import type { Plan } from '../../engine/plan.ts';
import { monthsIn } from '../../engine/warnings.ts';
import { formatDecimal } from '../../money/decimal.ts';
import { formatFen } from '../../money/fen.ts';
import { clauseOf } from '../wire/clause.ts';
import { amount, wireClause, wireMonth } from '../wire/head.ts';
import { say, type Wording } from '../wire/wording.ts';

/** What is missing to know a claim; of a figure that has only a floor or a ceiling, these. */
export const wireClaimMissing = z.object({
  code: z.enum(['fact', 'no-figure', 'outside-employment', 'open-period', 'reading']),
  fact: z.string().optional(),
  reading: z.string().optional(),
  parameter: z.string().optional(),
  atLeast: z.string().optional(),
  atMost: z.string().optional(),
  months: z.array(wireMonth).optional(),
});

const common = {
  claim: z.string().meta({ description: 'The id of the claim in the policy.' }),
  allowance: z
    .string()
    .optional()
    .meta({ description: 'Where the claim takes back, for a service, what one allowance has paid: that one.' }),
  title: z.string(),
  policy: z.string().optional().meta({ description: 'The policy that makes the claim, where it is not the one asked for.' }),
  paid: amount
    .optional()
    .meta({ description: 'What was paid until then of what is taken back, by the rules of this run or by the payments given.' }),
  paidBy: z
    .array(z.object({ allowance: z.string(), title: z.string(), amount }))
    .optional()
    .meta({ description: 'The same by allowance.' }),
  owed: amount.optional().meta({ description: 'What is owed, without a penalty or a fee.' }),
  penalty: amount.optional(),
  late: z.object({ days: z.int(), amount }).optional().meta({ description: 'The fee for paying late, with the days.' }),
  repay: z
    .enum(['all', 'remaining-months', 'remaining-years'])
    .optional()
    .meta({ description: 'Where what was paid is owed back as a whole or by the share not served: which.' }),
  since: z.string().optional().meta({ description: 'The day on which the service began.' }),
  serviceMonths: z.int().optional(),
  servedMonths: z.int().optional().meta({ description: 'The complete months served, counted by the day, the last day included.' }),
  figures: z
    .array(z.object({ parameter: z.string(), value: z.string() }))
    .optional()
    .meta({ description: 'The percentages and other figures that the claim reads, in the month of its date.' }),
  clause: wireClause,
  serviceClause: wireClause.optional(),
  readings: z.array(z.string()),
};

/** What a teacher owes under a claim, for the wire: in no total. */
export const wireRepayment = z.object({
  ...common,
  month: wireMonth.meta({ description: 'The month of the date.' }),
  date: z.string().meta({ description: 'The date of the claim, such as the day of leaving.' }),
  amount: amount.meta({ description: 'All of it: what is owed, the penalty and the fee for being late.' }),
});
/** A claim of which something is not known, for the wire, with what is known. */
export const wireOpenRepayment = z.object({
  ...common,
  month: wireMonth.optional(),
  date: z.string().optional(),
  missing: z.array(wireClaimMissing),
});

type Spoken = Pick<Wording, 'language'>;

/** The claims of a teacher, for the wire: those that are known, and where there are some, those of which something is missing. */
export function repaymentsOf(
  plan: Plan,
  claims: readonly Claim[],
  wording: Spoken,
): { repayments: z.infer<typeof wireRepayment>[]; openRepayments?: z.infer<typeof wireOpenRepayment>[] } {
  const first = january(plan.settings.year);
  const known = claims.flatMap((one) => {
    const { month, date, amountFen } = one;
    if (amountFen === null || month === null || date === null) return [];
    return [{ ...commonOf(plan, one, wording), month: formatMonth(first + month), date, amount: formatFen(amountFen) }];
  });
  const open = openRepaymentsOf(plan, claims, wording);
  return { repayments: known, ...(open.length > 0 && { openRepayments: open }) };
}

/** The claims of which something is missing, for the wire. */
function openRepaymentsOf(plan: Plan, claims: readonly Claim[], wording: Spoken): z.infer<typeof wireOpenRepayment>[] {
  const first = january(plan.settings.year);
  return claims.flatMap((one) => {
    const { month, date, amountFen } = one;
    if (amountFen !== null) return [];
    return [
      {
        ...commonOf(plan, one, wording),
        ...(month !== null && { month: formatMonth(first + month) }),
        ...(date !== null && { date }),
        missing: claimMissingOf(plan, one),
      },
    ];
  });
}

/** What is missing to know a claim, for the wire. */
export function claimMissingOf(plan: Plan, { claim, missing }: Claim): z.infer<typeof wireClaimMissing>[] {
  return missing.map(({ input, months, earlier = [] }: MissingInMonths) => {
    const when = [...earlier.map(formatMonth), ...monthsIn(plan.settings.year, months)].toSorted();
    const bounds = input.code === 'no-figure' ? claim.policy.parameters.get(input.parameter)?.bounds : undefined;
    return {
      ...input,
      ...(typeof bounds?.atLeast === 'string' && { atLeast: bounds.atLeast }),
      ...(typeof bounds?.atMost === 'string' && { atMost: bounds.atMost }),
      ...(when.length > 0 && { months: when }),
    };
  });
}

function commonOf({ policy }: Plan, one: Claim, wording: Spoken): Omit<z.infer<typeof wireOpenRepayment>, 'missing'> {
  const { claim, served, paid, owedFen, penaltyFen, lateFen, lateDays } = one;
  const { node, service } = claim;
  const allowance = takenBack(one);
  const { repay } = claim;
  const figures = one.figures.flatMap(({ parameter, value }) => {
    const { unit } = claim.policy.parameters.get(parameter) ?? {};
    if (!unit) return [];
    return [{ parameter, value: unit === 'yuan' ? formatFen(value) : unit === 'year' ? String(value) : formatDecimal(value) }];
  });
  const titleOf = (id: string) => claim.policy.document.allowances[id]?.title;
  return {
    claim: claim.id,
    ...(allowance !== null && { allowance }),
    title: say(node.title, wording),
    ...(claim.policy !== policy && { policy: claim.policy.document.id }),
    ...(paid.length > 0 && {
      paid: formatFen(paid.reduce((sum, { fen }) => sum + BigInt(fen), 0n)),
      paidBy: paid.map(({ allowance: id, fen }) => {
        const title = titleOf(id);
        return { allowance: id, title: title ? say(title, wording) : id, amount: formatFen(fen) };
      }),
    }),
    ...(owedFen !== null && { owed: formatFen(owedFen) }),
    ...(penaltyFen !== null && { penalty: formatFen(penaltyFen) }),
    ...(lateFen !== null && lateDays !== null && { late: { days: lateDays, amount: formatFen(lateFen) } }),
    ...(repay && { repay }),
    ...(served && service && { since: served.from, serviceMonths: service.years * 12, servedMonths: served.months }),
    ...(figures.length > 0 && { figures }),
    clause: clauseOf(node.clause, wording),
    ...(node.service?.clause && { serviceClause: clauseOf(node.service.clause, wording) }),
    readings: [...claim.readings],
  };
}
