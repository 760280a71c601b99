import type { TFunction } from 'i18next';
import type { OutCell } from '../../../../roster/xlsx/out-cell.ts';

/** The beginning of a row of totals: its name, and as many cells in all as stand before the first total. */
export function totalRow(t: TFunction, cells: number): OutCell[] {
  return [{ heading: t('table.total') }, ...Array.from({ length: cells - 1 }, () => null)];
}
