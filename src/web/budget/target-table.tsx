import { Trans, useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupCount } from '../shell/amounts.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { Money, useUnit } from '../shell/unit.tsx';

type Target = BudgetResult['targets'][number];

/** What the document aims at, and what it would cost a year once met. */
export function TargetTable({ targets }: { targets: BudgetResult['targets'] }) {
  const { t } = useTranslation();
  const { name } = useUnit();
  const cost = ({ costFrom, costTo }: Target) => {
    if (costFrom === null && costTo === null) return <span className="awaited">{t('unit.awaited')}</span>;
    const from = costFrom === null ? <span>{t('unit.awaited')}</span> : <Money amount={costFrom} />;
    const to = costTo === null ? <span>{t('unit.awaited')}</span> : <Money amount={costTo} />;
    return costFrom === costTo ? from : <Trans i18nKey="budget.targetRange" components={{ from, to }} />;
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
    { key: 'cost', title: t('explore.people.inUnit', { title: t('budget.targetCost'), unit: name }), numeric: true, cell: cost },
  ];
  return (
    <section className="panel" aria-labelledby="budget-targets">
      <h2 id="budget-targets">{t('budget.targets')}</h2>
      <DataTable caption={t('budget.targets')} captionHidden columns={columns} rows={targets} rowKey={({ id }) => id} />
    </section>
  );
}
