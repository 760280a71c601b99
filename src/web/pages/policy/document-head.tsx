import { useTranslation } from 'react-i18next';
import { Line } from '../../features/rule-words/line.tsx';
import { Link } from '../../platform/route.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { useKeyOf, usePolicies } from '../../policy/policies.ts';
import { entriesOf } from './clauses.ts';

/** Identifies the document, and links to the sections of the page. */
export function DocumentHead() {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy, parameters } = useCatalogue();
  const { document, version, file } = policy;
  const awaited = parameters.filter(({ figure }) => figure === null).length;
  return (
    <section className="panel document-head" aria-label={t('policy.document')}>
      <dl className="rule">
        <Line title={t('policy.number')}>{document.documentNumber ?? t('policy.noNumber')}</Line>
        <Line title={t('policy.issuer')}>{say(document.issuer)}</Line>
        <Line title={t('policy.issued')}>{document.issuedOn ?? t('policy.noDate')}</Line>
        {document.effectiveFrom !== document.issuedOn && (
          <Line title={t('policy.effective')}>{document.effectiveFrom ?? t('policy.noDate')}</Line>
        )}
        {document.effectiveTo !== null && <Line title={t('policy.effectiveTo')}>{document.effectiveTo}</Line>}
        {document.supersedes !== undefined && (
          <Line title={t('policy.supersedes')}>
            <Superseded id={document.supersedes} />
          </Line>
        )}
        {document.source.note && <Line title={t('policy.note')}>{say(document.source.note)}</Line>}
        {Object.entries(document.sources ?? {}).map(([name, { title, note }]) => (
          <Line key={name} title={t('policy.otherSource')}>
            {t('policy.otherSourceName', { document: name, title: say(title) })}
            {note && <p className="hint">{say(note)}</p>}
          </Line>
        ))}
        <Line title={t('policy.version')}>
          <code>{version}</code>
        </Line>
        {file !== null && <Line title={t('policy.file')}>{t('policy.fileNote', { name: file })}</Line>}
      </dl>
      <nav aria-label={t('policy.contents')}>
        <a href="#policy-clauses">{t('policy.clauseCount', { count: entriesOf(document).length })}</a>
        <a href="#policy-readings">{t('policy.readingCount', { count: Object.keys(document.readings).length })}</a>
        <a href="#policy-awaited">{t('policy.awaitedCount', { count: awaited })}</a>
      </nav>
    </section>
  );
}

/** The policy that this one supersedes, as a link if it is available. */
function Superseded({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const key = useKeyOf(id);
  const policy = usePolicies().find((one) => one.key === key);
  if (!policy) return t('policy.supersededUnknown', { id });
  return (
    <Link to="/policy" query={{ policy: policy.key }}>
      {say(policy.document.title)}
    </Link>
  );
}
