import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupCount } from '../shell/amounts.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { useLabels } from '../shell/labels.ts';

type Warning = BudgetResult['warnings'][number];

/** What should be known of some people's amounts though nothing is missing, and of how many; nothing where there is none. */
export function NoteList({ warnings }: { warnings: BudgetResult['warnings'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const notes = warnings.filter(({ headcount }) => headcount !== undefined);
  if (notes.length === 0) return null;
  const sentences = t('budget.notes.of', { returnObjects: true }) as Readonly<Record<string, string>>;
  const columns: Column<Warning>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance }) =>
        allowance === undefined ? (
          t('unit.none')
        ) : (
          <ClauseLink kind="allowance" id={allowance}>
            {labels.allowance(allowance)}
          </ClauseLink>
        ),
    },
    { key: 'what', title: t('budget.notes.what'), cell: ({ code }) => sentences[code] ?? code },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: ({ headcount = 0 }) => groupCount(headcount),
      sortBy: ({ headcount = 0 }) => headcount,
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-notes">
      <h2 id="budget-notes">{t('budget.notes.title')}</h2>
      <DataTable caption={t('budget.notes.hint')} columns={columns} rows={notes} rowKey={({ allowance, code }) => `${allowance} ${code}`} />
    </section>
  );
}
