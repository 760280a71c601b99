import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { fenOf, groupCount, groupDigits } from '../shell/amounts.ts';
import { type Column, DataTable } from '../shell/data-table.tsx';

type Group = BudgetResult['groups'][number];

const SCHOOLS_A_PAGE = 15;

/** The budget by school, to be sorted and leafed through. */
export function SchoolTable({ groups }: { groups: BudgetResult['groups'] }) {
  const { t } = useTranslation();
  const nameOf = ({ key }: Group) => key.school ?? t('budget.noSchool');
  const columns: Column<Group>[] = [
    { key: 'school', title: t('budget.school'), rowHeader: true, cell: nameOf, sortBy: nameOf },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: ({ headcount }) => groupCount(headcount),
      sortBy: ({ headcount }) => headcount,
    },
    {
      key: 'amount',
      title: t('unit.amountHeader'),
      numeric: true,
      cell: ({ amount }) => groupDigits(amount),
      sortBy: ({ amount }) => fenOf(amount),
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-schools">
      <h2 id="budget-schools">{t('budget.bySchool')}</h2>
      <DataTable
        caption={t('budget.schoolNote')}
        columns={columns}
        rows={groups}
        rowKey={({ key }) => JSON.stringify(key)}
        pageSize={SCHOOLS_A_PAGE}
      />
    </section>
  );
}
