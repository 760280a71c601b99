import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Basis, BasisLine } from '../contents/basis.ts';

/** What a paper rests on: the document, the readings chosen, changed settings, and where the figures come from. */
export function BasisBlock({ basis, people = [] }: { basis: Basis; people?: readonly BasisLine[] }) {
  const { t } = useTranslation();
  return (
    <section className="basis-block">
      <h2>{t('print.basis.title')}</h2>
      <Lines lines={[...basis.policy, ...people]} />
      {basis.readings.length > 0 && (
        <>
          <h2>{t('print.basis.readings')}</h2>
          <ol className="small">
            {basis.readings.map(({ label, value, state }) => (
              <li key={label} className="together">
                {label} <strong>{value}</strong> {t(`print.basis.${state}`)}
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>{t('print.basis.changes')}</h2>
      {basis.changes.length > 0 ? <Lines lines={basis.changes} /> : <p className="small">{t('print.basis.nothing')}</p>}
    </section>
  );
}

function Lines({ lines }: { lines: readonly BasisLine[] }) {
  return (
    <dl className="basis">
      {lines.map(({ label, value }) => (
        <Fragment key={label + value}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
