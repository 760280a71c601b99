import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../platform/route.tsx';
import { usePartText } from './part-text.ts';
import { type Place, placeAddress } from './place.ts';

/** The path from the totals to the current view; each step links back to it. */
export function Crumbs({ place, person }: { place: Place; person?: string | undefined }) {
  const { t } = useTranslation();
  const text = usePartText();
  const part = text.filter(place.list?.filter ?? {});
  return (
    <nav aria-label={t('explore.people.crumbs')}>
      <Breadcrumb
        items={[
          { title: <GoLink address={placeAddress({ ...place, list: null, person: null })}>{t('explore.people.budget')}</GoLink> },
          person === undefined ? here(part) : { title: <GoLink address={placeAddress({ ...place, person: null })}>{part}</GoLink> },
          ...(person === undefined ? [] : [here(person)]),
        ]}
      />
    </nav>
  );
}

function here(name: string) {
  return { title: <span aria-current="page">{name}</span> };
}
