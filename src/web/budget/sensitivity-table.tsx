import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { fenOf, groupDifference, groupDigits } from '../shell/amounts.ts';
import { useCatalogue } from '../shell/catalogue.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { useLabels } from '../shell/labels.ts';

type Row = BudgetResult['sensitivity'][number];

/** What every other option of a reading would cost. */
export function SensitivityTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const catalogue = useCatalogue();
  const reading = (id: string) => catalogue.policy.document.readings[id];
  const columns: Column<Row>[] = [
    {
      key: 'question',
      title: t('budget.question'),
      rowHeader: true,
      cell: (row) => {
        const node = reading(row.reading);
        return (
          <ClauseLink kind="reading" id={row.reading}>
            {node ? say(node.question) : row.reading}
          </ClauseLink>
        );
      },
    },
    {
      key: 'option',
      title: t('budget.option'),
      cell: (row) => {
        const title = reading(row.reading)?.options[row.option];
        return title ? say(title) : row.option;
      },
    },
    { key: 'total', title: t('budget.otherTotal'), numeric: true, cell: ({ total }) => groupDigits(total) },
    {
      key: 'difference',
      title: t('budget.difference'),
      numeric: true,
      cell: ({ difference }) => groupDifference(difference),
      sortBy: ({ difference }) => fenOf(difference),
    },
  ];
  return (
    <DataTable
      caption={t('budget.sensitivityHint')}
      columns={columns}
      rows={rows}
      rowKey={({ reading: id, option }) => `${id} ${option}`}
    />
  );
}
