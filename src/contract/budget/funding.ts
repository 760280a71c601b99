import * as z from 'zod';
import { splitFunding } from '../../budget/funding.ts';
import type { BudgetFigures } from '../../budget/ledger.ts';
import { lastMonth, NO_MONTHS } from '../../calendar/month-set.ts';
import type { CompiledAllowance, Plan, Version } from '../../engine/plan.ts';
import type { Warning } from '../../engine/warnings.ts';
import { formatFen } from '../../money/fen.ts';
import { amount } from '../wire/head.ts';
import { say, type Wording } from '../wire/wording.ts';

/** What each source bears of an item, for the wire; only for items whose sources have shares. */
export const wireFunding = z.array(
  z.object({
    allowance: z.string(),
    policy: z.string().optional().meta({ description: 'The version that grants it, where several are in force in the year.' }),
    sources: z.array(
      z.object({
        source: z.string(),
        parameter: z.string().meta({ description: 'The parameter that has the share, in percent; its last value of the year counts.' }),
        share: z.string().nullable().meta({ description: 'Percent; null while the share is awaited.' }),
        amount: amount.nullable().meta({ description: 'Null while a share is awaited, and where the shares do not come to 100%.' }),
      }),
    ),
  }),
);

/** Splits the amounts of a budget among their sources. Shares that do not add up to 100% split nothing and cause a warning. */
export function fundingOf(
  plan: Plan,
  figures: BudgetFigures,
  wording: Pick<Wording, 'language'>,
): { funding: z.infer<typeof wireFunding>; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const ruling = plan.versions.filter(({ inForce }) => inForce !== NO_MONTHS);
  const funding = ruling.flatMap((version) => version.allowances.flatMap((allowance) => splitOf(version, allowance)));
  return { funding, warnings };

  function splitOf({ policy, inForce, figure }: Version, { id, node, index }: CompiledAllowance): z.infer<typeof wireFunding> {
    const sources = (node.funding ?? []).flatMap(({ share, ...source }) => (share === undefined ? [] : [{ source, parameter: share }]));
    if (sources.length === 0) return [];
    const shares = sources.map(({ parameter }) => figure(parameter)[lastMonth(inForce)] ?? null);
    const { parts, unfit } = splitFunding(figures.byVersion[index] ?? 0n, shares);
    if (unfit) warnings.push({ code: 'shares-not-whole', allowance: id });
    return [
      {
        allowance: id,
        ...(plan.versions.length > 1 && { policy: policy.document.id }),
        sources: sources.map(({ source, parameter }, at) => ({
          source: say(source, wording),
          parameter,
          share: percentText(shares[at] ?? null),
          amount: formatted(parts[at] ?? null),
        })),
      },
    ];
  }
}

const formatted = (fen: bigint | null): string | null => (fen === null ? null : formatFen(fen));

/** @param share ten-thousandths of a percent */
function percentText(share: number | null): string | null {
  return share === null ? null : String(share / 10_000);
}
