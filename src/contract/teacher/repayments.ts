import * as z from 'zod';
import { formatMonth, january } from '../../calendar/month.ts';
import type { Repayment } from '../../engine/item.ts';
import type { Plan } from '../../engine/plan.ts';
import { formatFen } from '../../money/fen.ts';
import { clauseOf } from '../wire/clause.ts';
import { amount, wireClause, wireMonth } from '../wire/head.ts';
import { say, type Wording } from '../wire/wording.ts';

/** The clawback from a teacher who leaves before the end of a service period, for the wire: a claim on the person, in no total. */
export const wireRepayment = z.object({
  allowance: z.string(),
  title: z.string(),
  policy: z.string().optional().meta({ description: 'The policy that granted it, where it is not the one asked for.' }),
  month: wireMonth.meta({ description: 'The month of leaving.' }),
  amount,
  paid: amount.meta({ description: 'What was paid until then, by the rules of this run.' }),
  repay: z.enum(['all', 'remaining-months', 'remaining-years']),
  since: z.string().meta({ description: 'The date of the one-off; the service runs from its month.' }),
  serviceMonths: z.int(),
  servedMonths: z.int().meta({ description: 'The month of the date and that of leaving included.' }),
  clause: wireClause,
  readings: z.array(z.string()),
});

/** The repayments of a teacher, for the wire. */
export function repaymentsOf(
  { policy, settings }: Plan,
  repayments: readonly Repayment[],
  wording: Pick<Wording, 'language'>,
): z.infer<typeof wireRepayment>[] {
  return repayments.flatMap(
    ({ allowance: { id, node, service, policy: granting, readings }, month, amountFen, paidFen, since, served }) => {
      if (!service || !('at' in node.pays)) return [];
      return [
        {
          allowance: id,
          title: say(node.title, wording),
          ...(granting !== policy && { policy: granting.document.id }),
          month: formatMonth(january(settings.year) + month),
          amount: formatFen(amountFen),
          paid: formatFen(paidFen),
          repay: service.repay,
          since,
          serviceMonths: service.months,
          servedMonths: served,
          clause: clauseOf(node.pays.service?.clause ?? node.clause, wording),
          readings: [...new Set([...readings, ...service.readings])],
        },
      ];
    },
  );
}
