import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { isPayStep, type ScaleSheet } from '../../../roster/tables/scale-sheet.ts';
import { pointerSteps } from '../../platform/pointer.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';

interface ScaleFaultsProps {
  readonly sheet: ScaleSheet;
  /** The prefix of the JSON Pointers of its steps. */
  readonly pointer: string;
  readonly number: number;
  readonly issues: readonly WireIssue[];
}

interface Fault {
  readonly row: number;
  readonly step: string;
  readonly message: string;
}

/** The rows of a pay scale that cannot be used, with the reason and the fix. */
export function ScaleFaults({ sheet, pointer, number, issues }: ScaleFaultsProps) {
  const { t } = useTranslation();
  const sentence = (key: string, { code, message }: WireIssue) => {
    const odd = sheet.odd[key];
    if (odd) return t(`scales.odd.${odd}`);
    if (!isPayStep(key)) return t('scales.noSuchStep');
    return code === 'out-of-range' ? t('scales.descent') : message;
  };
  const found = issues
    .filter((issue) => issue.pointer.startsWith(pointer))
    .map((issue): Fault => {
      const key = pointerSteps(issue.pointer).at(-1) ?? '';
      return { row: sheet.rows[key] ?? 0, step: key in sheet.odd ? '' : key, message: sentence(key, issue) };
    })
    .toSorted((a, b) => a.row - b.row);
  if (found.length === 0) return null;
  const columns: Column<Fault>[] = [
    { key: 'row', title: t('budget.row'), numeric: true, cell: ({ row }) => row },
    { key: 'step', title: t('scales.step'), cell: ({ step }) => step || t('unit.none') },
    { key: 'why', title: t('budget.why'), cell: ({ message }) => message },
  ];
  return (
    <DataTable
      caption={t('scales.faults', { number })}
      columns={columns}
      rows={found}
      rowKey={({ row, step }) => `${row} ${step}`}
      pageSize={10}
    />
  );
}
