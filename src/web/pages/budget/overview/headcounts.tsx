import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount } from '../../../ui/amounts.ts';

/** The headcounts that the document states, to compare with those of the budget. */
export function Headcounts() {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  return Object.entries(policy.document.headcounts).map(([id, { title, count, parts = {} }]) => (
    <p key={id} className="hint">
      <Trans
        i18nKey="budget.headcountOfText"
        values={{ people: t('unit.people', { count: groupCount(count) }) }}
        components={{
          title: (
            <ClauseLink kind="headcount" id={id}>
              {say(title)}
            </ClauseLink>
          ),
        }}
      />
      {Object.entries(parts).map(([part, node]) => (
        <Fragment key={part}>
          {t('app.comma')}
          {t('app.colon', { label: say(node.title), value: groupCount(node.count) })}
        </Fragment>
      ))}
    </p>
  ));
}
