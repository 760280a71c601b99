import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupCount, groupDigits } from '../shell/amounts.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';

type Target = BudgetResult['targets'][number];

/** What the document aims at, and what it would cost a year once met. */
export function TargetTable({ targets }: { targets: BudgetResult['targets'] }) {
  const { t } = useTranslation();
  const cost = ({ costFrom, costTo }: Target) => {
    if (costFrom === null && costTo === null) return <span className="awaited">{t('unit.awaited')}</span>;
    const [from, to] = [costFrom, costTo].map((amount) => (amount === null ? t('unit.awaited') : groupDigits(amount)));
    return from === to ? from : t('budget.targetRange', { from, to });
  };
  const counted = ({ count, unit }: Target) =>
    unit === undefined ? t('unit.people', { count: groupCount(count) }) : t('unit.counted', { count: groupCount(count), unit });
  const columns: Column<Target>[] = [
    {
      key: 'target',
      title: t('budget.target'),
      rowHeader: true,
      cell: ({ id, title }) => (
        <ClauseLink kind="target" id={id}>
          {title}
        </ClauseLink>
      ),
    },
    { key: 'count', title: t('budget.targetCount'), numeric: true, cell: counted },
    { key: 'by', title: t('budget.targetBy'), numeric: true, cell: ({ by }) => by },
    { key: 'cost', title: t('budget.targetCost'), numeric: true, cell: cost },
  ];
  return (
    <section className="panel" aria-labelledby="budget-targets">
      <h2 id="budget-targets">{t('budget.targets')}</h2>
      <DataTable caption={t('budget.targets')} captionHidden columns={columns} rows={targets} rowKey={({ id }) => id} />
    </section>
  );
}
