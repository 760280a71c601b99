import { type CellKind, kindOf, type Sheet } from '../sheet/sheet.ts';
import type { Header } from './header.ts';

/** The number of rows below the header that are sampled. */
const ROWS_SAMPLED = 200;

/** A filled cell of a column. */
export interface SampleCell {
  readonly text: string;
  readonly kind: CellKind;
}

/** The first filled cells below the header, by column. */
export function sampleColumns({ rows }: Sheet, { bottom, cells }: Header): readonly (readonly SampleCell[])[] {
  const sampled = rows.filter(({ number }) => number > bottom).slice(0, ROWS_SAMPLED);
  return cells.map(({ index }) =>
    sampled.flatMap((row): SampleCell[] => {
      const text = row.cells[index] ?? '';
      const kind = kindOf(row, index);
      return text.trim() === '' ? [] : [{ text, kind }];
    }),
  );
}
