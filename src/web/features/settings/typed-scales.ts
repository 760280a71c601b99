import type { ScaleSheet } from '../../../roster/tables/scale-sheet.ts';

/** A pay scale while it is being typed, and the steps read from it. */
export interface TypedScale {
  readonly key: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly sheet: ScaleSheet;
}

/** An empty pay scale. */
export function nextScale(scales: readonly TypedScale[]): TypedScale {
  const key = Math.max(0, ...scales.map((scale) => scale.key)) + 1;
  return { key, from: '', to: '', text: '', sheet: { steps: {}, rows: {}, odd: {} } };
}

/** The pay scales that are not blank; they go into a request in this order. */
export function scalesToSend(scales: readonly TypedScale[]): readonly TypedScale[] {
  return scales.filter(({ from, to, text }) => `${from}${to}${text}`.trim() !== '');
}

/** A pay scale in the form of the API; blanks are `null`, which the schema reports if they are required. */
export interface WireScale {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly steps: ScaleSheet['steps'];
}

/** The pay scales for a request, without blank ones. */
export function wireScales(scales: readonly TypedScale[]): WireScale[] {
  const month = (text: string) => text.normalize('NFKC').trim() || null;
  return scalesToSend(scales).map(({ key, from, to, sheet }) => ({
    id: `scale-${key}`,
    from: month(from),
    to: month(to),
    steps: sheet.steps,
  }));
}
