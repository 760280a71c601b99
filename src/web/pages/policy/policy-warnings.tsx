import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from '../../platform/route.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { DiagnosticTable } from './diagnostic-table.tsx';

/** The warnings of the checks about the rules of this policy, which can be computed nevertheless, with links to the next step. */
export function PolicyWarnings({ onSource }: { onSource: (file: File, other?: string) => void }) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const { warnings, file, document } = policy;
  if (warnings.length === 0) return null;
  const has = (code: string) => warnings.some((warning) => warning.code === code);
  return (
    <section className="panel policy-warnings" aria-labelledby="policy-warnings">
      <h2 id="policy-warnings">{t('policy.warnings.heading', { count: warnings.length })}</h2>
      <p>{t('policy.warnings.lead')}</p>
      <DiagnosticTable
        caption={t('policy.warnings.caption', { file: file ?? `rules/${document.id}/policy.yaml` })}
        diagnostics={warnings}
      />
      {has('no-source') && file !== null && (
        <p>
          {warnings.map((warning) => {
            if (warning.code !== 'no-source') return null;
            const other = warning.params.document as string | undefined;
            const label = other === undefined ? t('policy.warnings.addSource') : t('policy.warnings.addOther', { document: other });
            return (
              <Fragment key={other ?? ''}>
                <FileButton label={label} accept=".txt,text/plain" size="small" onFile={(text) => onSource(text, other)} />{' '}
              </Fragment>
            );
          })}
          <span className="hint">{t('policy.warnings.sourceHint')}</span>
        </p>
      )}
      {has('retroactive') && (
        <p>
          <Trans i18nKey="policy.warnings.arrears" components={{ arrears: <Link to="/arrears">{null}</Link> }} />
        </p>
      )}
    </section>
  );
}
