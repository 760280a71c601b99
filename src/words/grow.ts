import * as z from 'zod';
import { percentOfFen } from '../money/fen.ts';
import { type AmountNode, type AmountWord, type Lack, NOT_KNOWN, unique } from './word.ts';

type Node = { grow: AmountNode; yearly: string; since: number };

/**
 * An amount that grows by a percentage every year after `since` (逐年提高): `{grow: {parameter: rural/monthly}, yearly: rural/growth, since: 2022}`.
 * Each year's growth is rounded half up to the fen before the next is added; the percentage is the one in force in the month that is paid.
 */
export const grow: AmountWord<Node> = {
  key: 'grow',
  schema: ({ amount }) => z.strictObject({ grow: amount, yearly: z.string(), since: z.int().min(2000).max(2100) }),
  compile(node, settings, amount) {
    const base = amount(node.grow);
    const growth = settings.figure(node.yearly);
    const years = Math.max(0, settings.year - node.since);
    const lack: Lack = { code: 'no-figure', parameter: node.yearly };
    return {
      ...base,
      parameters: unique([...base.parameters, node.yearly]),
      evaluate(row, lacks) {
        let fen = base.evaluate(row, lacks);
        const units = growth[row.start];
        if (years > 0 && (units === null || units === undefined)) {
          lacks.push(lack);
          return NOT_KNOWN;
        }
        if (fen === NOT_KNOWN || units === null || units === undefined) return fen;
        for (let year = 0; year < years; year++) fen += percentOfFen(fen, units);
        return fen;
      },
    };
  },
};
