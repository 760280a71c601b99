import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { PEOPLE_COLUMNS, type PeopleColumn, type PersonRow } from '../../../compute/protocol/people.ts';
import { missingInputOf } from '../../../features/budget/missing-input.ts';
import { go, goInstead } from '../../../platform/route.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { ArrivalHeading } from '../../../ui/arrival-heading.tsx';
import { Difference, Money, useUnit } from '../../../ui/unit.tsx';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { Crumbs } from '../navigation/crumbs.tsx';
import { usePartText } from '../navigation/part-text.ts';
import './people.css';
import { type ListPlace, type Place, placeAddress } from '../navigation/place.ts';
import { peopleColumns } from './people-columns.tsx';
import { PeopleFilterBar } from './people-filter-bar.tsx';
import { useGroups } from './use-groups.ts';
import { usePeople } from './use-people.ts';

interface PeopleViewProps {
  readonly policy: string;
  readonly run: number;
  readonly result: BudgetResult;
  readonly place: Place;
  readonly list: ListPlace;
  readonly hasCohorts: boolean;
}

/** The people of a part of a budget, with search, sorting and filters; their amounts sum to that of the part. */
export function PeopleView({ policy, run, result, place, list: { filter, sort }, hasCohorts }: PeopleViewProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const text = usePartText();
  const { name: unit } = useUnit();
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search);
  const { sums, rowAt, want } = usePeople({ policy, run, filter, search: searched, ...(sort && { sort }) });
  const schools = useGroups({ policy, run, dimension: 'school', filter: {} });

  const part = text.filter(filter);
  const look = (changed: Partial<ListPlace>) => goInstead(placeAddress({ ...place, list: { filter, sort, ...changed } }));
  const addressOf = ({ handle }: PersonRow) => placeAddress({ ...place, person: handle });
  const isPart = [...Object.values(filter.placed ?? {}), filter.allowance, filter.month].some((value) => value !== undefined);
  const columns = peopleColumns({ t, labels, text, isPart, isCompared: filter.moved !== undefined, hasCohorts, addressOf });
  const sortOn = (key: string) => {
    const by = PEOPLE_COLUMNS.find((column): column is PeopleColumn => column === key);
    const numeric = columns.find((column) => column.key === key)?.numeric ?? false;
    if (by) look({ sort: sort?.by === by ? { by, descending: !sort.descending } : { by, descending: numeric } });
  };
  return (
    <section className="panel people" aria-labelledby="people-heading">
      <Crumbs place={place} />
      <ArrivalHeading id="people-heading">{t('explore.people.heading', { part })}</ArrivalHeading>
      <PeopleFilterBar
        filter={filter}
        onFilter={(changed) => look({ filter: changed })}
        search={search}
        onSearch={setSearch}
        schools={(schools ?? []).map(({ key }) => key)}
        lacks={result.missing.map(missingInputOf)}
        scenarios={result.scenarios.map(({ id }) => id)}
      />
      {sums && (
        <>
          <p role="status" data-testid="people-found">
            {t('explore.people.found', { people: groupCount(sums.headcount) })} <Money amount={sums.amount} withUnit />
          </p>
          {sums.moved !== null && (
            <p className="hint" data-testid="people-moved">
              {t('whatIf.movers.sum')} <Difference amount={sums.moved} withUnit />
            </p>
          )}
          {isPart && (
            <p className="hint" data-testid="people-whole-year">
              {t('explore.people.personal')} <Money amount={sums.personal} withUnit />
              {t('app.comma')}
              {t('explore.people.institution')} <Money amount={sums.institution} withUnit />
            </p>
          )}
          {sums.total === 0 ? (
            <p className="hint">{t('explore.people.nobody')}</p>
          ) : (
            <>
              <p className="hint">{t('explore.people.keys', { unit })}</p>
              <VirtualGrid
                label={t('explore.people.heading', { part })}
                columns={columns}
                total={sums.total}
                rowAt={rowAt}
                onSight={want}
                onOpen={(row) => go(addressOf(row))}
                sort={sort}
                onSort={sortOn}
                listKey={JSON.stringify([filter, sort, searched])}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}
