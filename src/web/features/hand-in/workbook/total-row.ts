import type { TFunction } from 'i18next';
import type { OutCell } from '../../../../roster/xlsx/out-cell.ts';

/** The start of a row of totals: its name, followed by as many blank cells as precede the first total. */
export function totalRow(t: TFunction, cells: number): OutCell[] {
  return [{ heading: t('table.total') }, ...Array.from({ length: cells - 1 }, () => null)];
}
