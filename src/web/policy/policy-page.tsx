import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../shell/catalogue.ts';
import { useLabels } from '../shell/labels.ts';
import './policy.css';
import { AwaitedList } from './awaited-list.tsx';
import { ClauseList } from './clause-list.tsx';
import { itemsOf } from './clauses.ts';
import { DocumentHead } from './document-head.tsx';
import { ReadingList } from './reading-list.tsx';
import { useArrival } from './use-arrival.ts';
import { useSource } from './use-source.ts';

/** The page on which a policy is read: its words, and beside them the rules that were made of them. */
export function PolicyPage() {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const source = useSource(policy);
  const items = useMemo(() => (source === undefined ? null : itemsOf(policy.document, source)), [policy, source]);
  useArrival(items !== null);
  return (
    <div className="policy">
      <div className="page-head">
        <h1>{say(policy.document.title)}</h1>
        <p>{t('policy.lead')}</p>
      </div>
      <DocumentHead />
      {items === null ? (
        <p role="status">{t('app.opening')}</p>
      ) : (
        <>
          <ClauseList items={items} />
          <ReadingList />
          <AwaitedList />
        </>
      )}
    </div>
  );
}
