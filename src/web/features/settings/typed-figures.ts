/** A figure from a month on, as typed. */
export interface DatedFigure {
  readonly from: string;
  readonly value: string;
}

/**
 * A figure as typed: for the whole year, or by the month from which each value applies; `null` for that of the document, or its absence,
 * where the shared settings have another.
 */
export type TypedFigure = string | readonly DatedFigure[] | null;

/** Figures as typed, by the key of the parameter. */
export type TypedFigures = Readonly<Record<string, TypedFigure>>;

/** The figures of a form in the form of the API, without blanks. */
export function wireFigures(figures: TypedFigures): Record<string, string | DatedFigure[]> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, typed]): [string, string | DatedFigure[]][] => {
      const wire = wireFigure(typed);
      return wire.length === 0 ? [] : [[key, wire]];
    }),
  );
}

/** Whether a figure is chosen, if only that of the document. */
export function isChosenFigure(typed: TypedFigure): boolean {
  return typed === null || wireFigure(typed).length > 0;
}

function wireFigure(typed: TypedFigure): string | DatedFigure[] {
  if (typed === null) return '';
  if (typeof typed === 'string') return fold(typed);
  return typed
    .map(({ from, value }) => ({ from: fold(from), value: fold(value) }))
    .filter(({ from, value }) => from !== '' || value !== '');
}

function fold(text: string): string {
  return text.normalize('NFKC').trim();
}
