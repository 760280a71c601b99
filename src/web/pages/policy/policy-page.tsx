import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../platform/route.tsx';
import { catalogueOf, useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { type PagePolicy, usePolicies } from '../../policy/policies.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import './policy.css';
import { ClauseList } from './clause-list.tsx';
import { itemsOf } from './clauses.ts';
import { CompareChoice } from './compare-choice.tsx';
import { ComparisonSection } from './comparison-section.tsx';
import { DocumentHead } from './document-head.tsx';
import { OpenButton, OpenState } from './open-policy.tsx';
import { PolicyWarnings } from './policy-warnings.tsx';
import { ReadingList } from './reading-list.tsx';
import { UndeterminedList } from './undetermined-list.tsx';
import { useArrival } from './use-arrival.ts';
import { useOpenPolicy } from './use-open-policy.ts';
import { useSource } from './use-source.ts';

/** The page that shows a policy: its text, and beside it the rules made from it. */
export function Page() {
  const { t } = useTranslation();
  const { say } = useLabels();
  const catalogue = useCatalogue();
  const { policy } = catalogue;
  const { opened, open, addSource, close } = useOpenPolicy();
  const other = useOther();
  const beside = useMemo(() => other && catalogueOf(other), [other]);
  const source = useSource(policy);
  const items = useMemo(() => (source === undefined ? null : itemsOf(policy.document, source)), [policy, source]);
  useArrival(items !== null && beside === null);
  return (
    <DropZone onFile={(file) => void open(file)}>
      <div className="policy">
        <div className="page-head">
          <h1>{say(policy.document.title)}</h1>
          <OpenButton onFile={(file) => void open(file)} />
          <CompareChoice other={other} />
          <p>
            {t('policy.lead')} {t('policy.open.hint')}
          </p>
        </div>
        <OpenState opened={opened} onClose={close} />
        {beside ? (
          <ComparisonSection left={catalogue} right={beside} />
        ) : items === null ? (
          <p role="status">{t('app.opening')}</p>
        ) : (
          <>
            <DocumentHead />
            <PolicyWarnings onSource={(file, other) => void addSource(policy, file, other)} />
            <ClauseList items={items} />
            <ReadingList />
            <UndeterminedList />
          </>
        )}
      </div>
    </DropZone>
  );
}

/** The policy that the address asks to compare with, if any. */
function useOther(): PagePolicy | null {
  const { policy } = useCatalogue();
  const key = useQuery('with');
  return usePolicies().find((one) => one.key === key && key !== policy.key) ?? null;
}
