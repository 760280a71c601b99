import type { TFunction } from 'i18next';
import type { Dimension } from '../../../../budget/dimensions.ts';
import type { PeopleColumn, PersonRow } from '../../../compute/protocol/people.ts';
import { GoLink } from '../../../platform/route.tsx';
import type { Labels } from '../../../policy/labels.ts';
import { groupCount, isZero } from '../../../ui/amounts.ts';
import { Difference, Money } from '../../../ui/unit.tsx';
import type { GridColumn } from '../../../ui/virtual-grid.tsx';
import type { PartText } from '../navigation/part-text.ts';

/** What the columns of a list of people depend on. */
export interface ColumnWords {
  readonly t: TFunction;
  readonly labels: Labels;
  readonly text: PartText;
  /** Whether the list covers a part of the budget, so that a person's part differs from the whole year. */
  readonly isPart: boolean;
  /** Whether the list is of the people that a scenario affects. */
  readonly isCompared: boolean;
  /** Whether some lines stand for several people. */
  readonly hasCohorts: boolean;
  addressOf(row: PersonRow): string;
}

const PLACED = [
  ['school', 185],
  ['stage', 110],
  ['area', 80],
  ['post', 130],
] as const;
const MONEY_PX = 130;

/** The columns of a list of people; amounts cover the whole cohort. */
export function peopleColumns({ t, labels, text, isPart, isCompared, hasCohorts, addressOf }: ColumnWords): GridColumn<PersonRow>[] {
  const title = (column: PeopleColumn) => t(`explore.people.columns.${column}`);
  const money = (column: 'amount' | 'personal' | 'institution'): GridColumn<PersonRow> => ({
    key: column,
    title: title(column),
    width: MONEY_PX,
    numeric: true,
    sortable: true,
    cell: (row) => (column === 'institution' && isZero(row.institution) ? t('unit.none') : <Money amount={row[column]} />),
  });
  const difference: GridColumn<PersonRow> = {
    key: 'moved',
    title: title('moved'),
    width: MONEY_PX,
    numeric: true,
    sortable: true,
    cell: ({ moved }) => <Difference amount={moved ?? '0.00'} />,
  };
  const placed = (placement: (typeof PLACED)[number][0], width: number): GridColumn<PersonRow> => ({
    key: placement,
    title: placement === 'school' ? title('school') : t(`explore.names.${placement as Dimension}`),
    width,
    sortable: placement === 'school',
    cell: ({ placed: values }) => values[placement].map((value) => text.group(placement, value)).join(t('explore.people.moved')),
  });
  return [
    {
      key: 'id',
      title: labels.fact('id'),
      width: 125,
      sortable: true,
      cell: (row) => (
        <GoLink address={addressOf(row)} tabIndex={-1}>
          {'cohort' in row.handle ? t('explore.people.cohort', { row: row.handle.cohort + 1 }) : row.id}
        </GoLink>
      ),
    },
    { key: 'name', title: title('name'), width: 90, sortable: true, cell: ({ name }) => name ?? '' },
    ...PLACED.map(([placement, width]) => placed(placement, width)),
    ...(hasCohorts
      ? [
          {
            key: 'count',
            title: title('count'),
            width: 80,
            numeric: true,
            sortable: true,
            cell: ({ count }: PersonRow) => groupCount(count),
          },
        ]
      : []),
    ...(isPart ? [money('amount')] : []),
    money('personal'),
    ...(isCompared ? [difference] : [money('institution')]),
    {
      key: 'missing',
      title: title('missing'),
      width: 85,
      numeric: true,
      sortable: true,
      cell: ({ missing }) => (missing === 0 ? '' : <span className="awaited">{missing}</span>),
    },
  ];
}
