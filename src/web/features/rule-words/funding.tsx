import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { useLabels } from '../../policy/labels.ts';
import { Figure } from './figure.tsx';

/** The funding of an allowance, with the share of each source if the text gives shares. */
export function Funding({ sources }: { sources: NonNullable<AllowanceNode['funding']> }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  return sources.map(({ share, ...source }, index) => (
    <Fragment key={source.zh}>
      {index > 0 && t('app.listComma')}
      {share === undefined ? (
        say(source)
      ) : (
        <Trans i18nKey="policy.fundingShare" values={{ source: say(source) }} components={{ share: <Figure parameter={share} /> }} />
      )}
    </Fragment>
  ));
}
