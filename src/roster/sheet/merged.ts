import { LIMITS } from './limits.ts';
import { KIND_LETTERS, type Merge, type Row, type Sheet } from './sheet.ts';

/** A row with merged cells filled in. */
export interface FilledRow {
  readonly row: Row;
  /** The merged cells over several rows that reach into this one, by the column in which they begin. */
  readonly tall: ReadonlyMap<number, Merge>;
}

const NONE: ReadonlyMap<number, Merge> = new Map();

interface Active {
  readonly merge: Merge;
  readonly text: string;
  readonly letter: string;
}

/**
 * Yields the rows below a header with merged cells filled in: a cell merged over several rows holds for each of them, in its first column
 * only. Whatever else a file has under a merged cell is not shown by any spreadsheet and is ignored.
 */
export function* rowsWithMerged({ rows, merges }: Sheet, headerBottom: number): Generator<FilledRow> {
  const waiting = merges.filter(({ bottom }) => bottom > headerBottom);
  let next = 0;
  let active: Active[] = [];
  for (const row of rows) {
    if (row.number <= headerBottom) continue;
    for (; (waiting[next]?.top ?? Number.POSITIVE_INFINITY) <= row.number; next++) {
      const merge = waiting[next] as Merge;
      // Absent rows are empty.
      const isHere = merge.top === row.number;
      const text = isHere ? (row.cells[merge.left] ?? '') : '';
      active.push({ merge, text, letter: (isHere && row.kinds?.[merge.left]) || KIND_LETTERS.blank });
    }
    active = active.filter(({ merge }) => merge.bottom >= row.number);
    yield active.length === 0 ? { row, tall: NONE } : fill(row, active);
  }
}

function fill(row: Row, active: readonly Active[]): FilledRow {
  const cells = [...row.cells];
  const kinds = [...(row.kinds ?? '')];
  const tall = new Map<number, Merge>();
  for (const { merge, text, letter } of active) {
    const last = Math.min(merge.right, LIMITS.columns - 1);
    for (let index = merge.left; index <= last; index++) {
      if (index > merge.left && index >= cells.length) break;
      while (cells.length <= index) {
        cells.push('');
        kinds.push(KIND_LETTERS.blank);
      }
      cells[index] = index === merge.left ? text : '';
      kinds[index] = index === merge.left ? letter : KIND_LETTERS.blank;
    }
    if (merge.bottom > merge.top && text !== '') tall.set(merge.left, merge);
  }
  return { row: { number: row.number, cells, kinds: kinds.join('') }, tall };
}
