import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../../../budget/dimensions.ts';
import type { PeopleGroup } from '../../../compute/protocol/people.ts';
import { GoLink } from '../../../platform/route.tsx';
import { fenOf, groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Share } from '../../../ui/share.tsx';
import { Money, MoneyTotal, useUnit } from '../../../ui/unit.tsx';
import { type Explored, peopleTotal } from '../navigation/explored.ts';
import { usePartText } from '../navigation/part-text.ts';
import { filterOf, placeAddress } from '../navigation/place.ts';
import { useGroups } from '../people/use-groups.ts';

const GROUPS_A_PAGE = 15;

/** The budget by one dimension; every group links to its people. */
export function GroupTable({ explored, dimension }: { explored: Explored; dimension: Exclude<Dimension, 'allowance'> }) {
  const { t } = useTranslation();
  const text = usePartText();
  const { header } = useUnit();
  const { policy, run, result, place } = explored;
  const groups = useGroups({ policy, run, dimension, filter: {} });
  if (groups === null) return <p className="hint">{t('app.computing')}</p>;
  const total = peopleTotal(result);
  const nameOf = ({ key }: PeopleGroup) => text.group(dimension, key);
  const columns: Column<PeopleGroup>[] = [
    {
      key: 'group',
      title: t(`explore.names.${dimension}`),
      rowHeader: true,
      cell: (group) => (
        <GoLink address={placeAddress({ ...place, list: { filter: filterOf(dimension, group.key), sort: undefined } })}>
          {nameOf(group)}
        </GoLink>
      ),
      sortBy: dimension === 'month' ? ({ key }) => String(key) : nameOf,
    },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: ({ headcount }) => groupCount(headcount),
      sortBy: ({ headcount }) => headcount,
    },
    {
      key: 'amount',
      title: header,
      numeric: true,
      cell: ({ amount }) => <Money amount={amount} />,
      sortBy: ({ amount }) => fenOf(amount),
    },
    { key: 'share', title: t('explore.share'), numeric: true, cell: ({ amount }) => <Share amount={amount} total={total} /> },
  ];
  return (
    <DataTable
      caption={t(`explore.views.${dimension}`)}
      captionHidden
      columns={columns}
      rows={groups}
      rowKey={({ key }) => JSON.stringify(key)}
      pageSize={GROUPS_A_PAGE}
      footer={[
        [
          t('table.total'),
          groupCount(result.headcount),
          <MoneyTotal key="total" amount={total} rows={groups.map(({ amount }) => amount)} />,
          '',
        ],
      ]}
    />
  );
}
