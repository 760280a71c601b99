import { Input, Pagination, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComputed } from '../../compute/client/use-computed.ts';
import { WHICH_PEOPLE, type WhichPeople } from '../../compute/protocol/arrears.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { groupCount } from '../../ui/amounts.ts';
import { PeopleTable } from './people-table.tsx';

interface PeopleSectionProps {
  readonly run: number;
  readonly which: WhichPeople;
  readonly onWhich: (which: WhichPeople) => void;
  readonly knownPolicy: string;
}

const PEOPLE_A_PAGE = 15;

/** The people, with search and paging; each opens to the months of every item. */
export function PeopleSection({ run, which, onWhich, knownPolicy }: PeopleSectionProps) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const order = { policy: policy.key, run, which, search, offset: (page - 1) * PEOPLE_A_PAGE, limit: PEOPLE_A_PAGE };
  const { answer } = useComputed('arrearsPeople', order);
  // If the run is no longer there, new lines are on their way.
  const people = answer === 'stale' ? null : answer;
  return (
    <section className="panel" id="arrears-people" aria-labelledby="arrears-people-title">
      <h2 id="arrears-people-title">{t('arrears.people')}</h2>
      <div className="people-filter">
        <Input.Search
          aria-label={t('arrears.search')}
          placeholder={t('arrears.search')}
          allowClear
          value={search}
          onChange={({ target }) => {
            setSearch(target.value);
            setPage(1);
          }}
        />
        <Radio.Group
          name="arrears-which"
          aria-label={t('arrears.which')}
          value={which}
          onChange={({ target }) => {
            onWhich(target.value);
            setPage(1);
          }}
        >
          {WHICH_PEOPLE.map((one) => (
            <Radio key={one} value={one}>
              {t(`arrears.whichPeople.${one}`)}
            </Radio>
          ))}
        </Radio.Group>
        <span role="status" className="hint">
          {people && t('arrears.found', { count: groupCount(people.total) })}
        </span>
      </div>
      {people && <PeopleTable rows={people.rows} knownPolicy={knownPolicy} />}
      {people && people.total > PEOPLE_A_PAGE && (
        <nav aria-label={t('table.pages', { caption: t('arrears.people') })}>
          <Pagination
            size="small"
            current={page}
            pageSize={PEOPLE_A_PAGE}
            total={people.total}
            showSizeChanger={false}
            onChange={setPage}
          />
        </nav>
      )}
    </section>
  );
}
