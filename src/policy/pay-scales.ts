import { january, parseMonth } from '../calendar/month.ts';
import { parseYuan } from '../money/fen.ts';
import type { PayScale } from '../words/grammar/pay-scale.ts';
import type { HistoricPayScale } from './common/pay-scale-file.ts';

/** A dated pay scale as a request gives it: yuan a month by pay step, from one month to another (inclusive), or without end. */
export interface PayScaleRecord {
  readonly id: string;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly steps: Readonly<Record<string, string>>;
}

const files = import.meta.glob<HistoricPayScale>('../../rules/pay-scales/*.yaml', { eager: true, import: 'default' });

/** The historic national scales: each applies to its own months only, never to later ones. */
export const HISTORIC_PAY_SCALES: readonly HistoricPayScale[] = Object.values(files).toSorted((a, b) => a.from.localeCompare(b.from));

/**
 * The pay scale in force in each month of a year.
 *
 * @param own the scales of a run, which take precedence over the bundled ones; no two of them in the same month
 * @returns twelve scales, `null` where none is in force
 */
export function scalesIn(year: number, own: readonly PayScaleRecord[] = []): readonly (PayScale | null)[] {
  const candidates = [...own, ...HISTORIC_PAY_SCALES].map((record) => ({ covers: coverOf(record), record }));
  const compiled = new Map<PayScaleRecord, PayScale>();
  return Array.from({ length: 12 }, (_, month) => {
    const record = candidates.find(({ covers }) => covers(january(year) + month))?.record;
    if (!record) return null;
    const scale = compiled.get(record) ?? compile(record);
    compiled.set(record, scale);
    return scale;
  });
}

function coverOf({ from, to }: PayScaleRecord): (month: number) => boolean {
  const first = parseMonth(from) ?? Number.POSITIVE_INFINITY;
  const last = to ? (parseMonth(to) ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY;
  return (month) => first <= month && month <= last;
}

function compile(record: PayScaleRecord & { readonly lastStep?: number }): PayScale {
  const steps = new Map(Object.entries(record.steps).map(([step, yuan]) => [Number(step), parseYuan(yuan) as number]));
  return { id: record.id, steps, last: record.lastStep ?? Math.max(...steps.keys()) };
}
