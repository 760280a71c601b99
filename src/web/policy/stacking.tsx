import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useCatalogue } from '../shell/catalogue.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { useLabels } from '../shell/labels.ts';
import { isChoice } from './nodes.ts';

/** Which other allowances an allowance is or is not paid beside. */
export function Stacking({ id }: { id: string }) {
  const { policy } = useCatalogue();
  return policy.document.stacking
    .filter(({ allowances }) => allowances.includes(id))
    .map(({ allowances, keep }) => {
      const others = <Others ids={allowances.filter((one) => one !== id)} />;
      const key = isChoice(keep) ? 'policy.stackingReading' : keep === 'all' ? 'policy.stackingAll' : 'policy.stackingLargest';
      return (
        <div key={allowances.join()}>
          <Trans i18nKey={key} components={{ others }} />
        </div>
      );
    });
}

function Others({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && t('app.listComma')}
      <ClauseLink kind="allowance" id={id}>
        {labels.allowance(id)}
      </ClauseLink>
    </Fragment>
  ));
}
