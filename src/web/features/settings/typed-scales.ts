import type { ScaleSheet } from '../../../roster/tables/scale-sheet.ts';

/** A pay scale as it is being typed, and what was read of it. */
export interface TypedScale {
  readonly key: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly sheet: ScaleSheet;
}

/** A pay scale to be typed. */
export function nextScale(scales: readonly TypedScale[]): TypedScale {
  const key = Math.max(0, ...scales.map((scale) => scale.key)) + 1;
  return { key, from: '', to: '', text: '', sheet: { steps: {}, rows: {}, odd: {} } };
}

/** The pay scales in which there is something; they go into a request in this order. */
export function scalesToSend(scales: readonly TypedScale[]): readonly TypedScale[] {
  return scales.filter(({ from, to, text }) => `${from}${to}${text}`.trim() !== '');
}

/** A pay scale as the API has it; what is not typed is `null`, which its schema asks for where it is needed. */
export interface WireScale {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly steps: ScaleSheet['steps'];
}

/** The pay scales for a request; those without anything in them are left out. */
export function wireScales(scales: readonly TypedScale[]): WireScale[] {
  const month = (text: string) => text.normalize('NFKC').trim() || null;
  return scalesToSend(scales).map(({ key, from, to, sheet }) => ({
    id: `scale-${key}`,
    from: month(from),
    to: month(to),
    steps: sheet.steps,
  }));
}
