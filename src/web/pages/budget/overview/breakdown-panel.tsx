import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { goInstead } from '../../../platform/route.tsx';
import type { Explored } from '../navigation/explored.ts';
import { placeAddress, VIEWS } from '../navigation/place.ts';
import { GroupTable } from './group-table.tsx';
import { ItemTable } from './item-table.tsx';

/** The budget by item, school, stage, area, kind of employment or month; every row links to the people. */
export function BreakdownPanel({ explored }: { explored: Explored }) {
  const { t } = useTranslation();
  const { place } = explored;
  const choose = (key: string) => {
    const by = VIEWS.find((view) => view === key);
    if (by) goInstead(placeAddress({ ...place, by }));
  };
  return (
    <section className="panel breakdown" aria-labelledby="budget-breakdown">
      <h2 id="budget-breakdown">{t('explore.title')}</h2>
      <Tabs
        size="small"
        activeKey={place.by}
        onChange={choose}
        items={VIEWS.map((view) => ({
          key: view,
          label: t(`explore.views.${view}`),
          children: (
            <>
              <p className="hint">
                {t(view === 'allowance' ? 'explore.noteItems' : view === 'month' ? 'explore.note' : 'explore.noteMovers')}
              </p>
              {view === 'allowance' ? <ItemTable explored={explored} /> : <GroupTable explored={explored} dimension={view} />}
            </>
          ),
        }))}
        destroyOnHidden
      />
    </section>
  );
}
