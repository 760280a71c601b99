import * as z from 'zod';
import type { FundingFigures } from '../../budget/funding.ts';
import { NO_MONTHS } from '../../calendar/month-set.ts';
import type { Plan } from '../../engine/plan.ts';
import type { Warning } from '../../engine/warnings.ts';
import { formatFen } from '../../money/fen.ts';
import type { Level } from '../../words/funding.ts';
import { amount } from '../wire/head.ts';
import { say, type Wording } from '../wire/wording.ts';

/** What one source bears, for the wire. */
export interface WireSource {
  source: string;
  parameter?: string | undefined;
  share?: string | null | undefined;
  varies?: true | undefined;
  standard?: string | undefined;
  amount: string | null;
  sources?: WireSource[] | undefined;
}

const wireSource: z.ZodType<WireSource> = z.object({
  source: z.string(),
  parameter: z
    .string()
    .optional()
    .meta({ description: 'Of a source with a share: the parameter, or the table, that has it, in percent. Each month counts its own.' }),
  share: z.string().nullable().optional().meta({ description: 'The share in percent; null while it is awaited, and where it varies.' }),
  varies: z.literal(true).optional().meta({ description: 'Where the share is not the same for all people and months.' }),
  standard: z
    .string()
    .optional()
    .meta({ description: 'Of a source that pays up to a standard: the parameter, or the table, that has it.' }),
  amount: amount.nullable().meta({
    description:
      'Null where it is not known: a share or a standard is awaited, a fact by which it goes is missing, or shares do not come to 100%.',
  }),
  // Each is a source again; the document of the API says so by its name.
  sources: z
    .array(z.unknown() as unknown as z.ZodType<WireSource>)
    .optional()
    .meta({ description: 'The sources among which that is split.' }),
});

/** What each source bears of an item, for the wire; only for items of which the text says it. */
export const wireFunding = z.array(
  z.object({
    allowance: z.string(),
    policy: z.string().optional().meta({ description: 'The version that grants it, where several are in force in the year.' }),
    sources: z
      .array(wireSource)
      .meta({ description: 'They come to the amount of the allowance, and those below a source to what it bears.' }),
  }),
);

/**
 * What the sources of each item bear, and what has to be known about it: shares that do not come to 100% split nothing, and a fact that is
 * missing hides what it decides.
 *
 * @param figures in the order of the allowances of the plan
 */
export function fundingOf(
  plan: Plan,
  figures: readonly (FundingFigures | null)[],
  wording: Pick<Wording, 'language'>,
): { funding: z.infer<typeof wireFunding>; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const funding = plan.versions.flatMap(({ policy, inForce, allowances }) =>
    allowances.flatMap(({ id, index, funding: compiled }): z.infer<typeof wireFunding> => {
      const found = figures[index];
      if (!found || !compiled || inForce === NO_MONTHS) return [];
      if (found.unfit) warnings.push({ code: 'shares-not-whole', allowance: id });
      for (const { fact, headcount } of found.missing) warnings.push({ code: 'funding-fact-missing', allowance: id, fact, headcount });
      const version = plan.versions.length > 1 ? { policy: policy.document.id } : {};
      return [{ allowance: id, ...version, sources: wireSources(compiled.level, found, wording) }];
    }),
  );
  return { funding, warnings };
}

function wireSources(level: Level, figures: FundingFigures, wording: Pick<Wording, 'language'>): WireSource[] {
  return level.sources.map(({ index, node, split }) => {
    const { share = null, varies = false, fen = null } = figures.sources[index] ?? {};
    return {
      source: say(node, wording),
      ...(node.share !== undefined && {
        parameter: node.share,
        share: share === null ? null : String(share / 10_000),
        ...(varies && { varies: true as const }),
      }),
      ...(node.upTo && { standard: node.upTo.parameter }),
      amount: fen === null ? null : formatFen(fen),
      ...(split && { sources: wireSources(split, figures, wording) }),
    };
  });
}
