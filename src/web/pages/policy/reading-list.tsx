import { useTranslation } from 'react-i18next';
import type { PolicyDocument, ReadingNode } from '../../../policy/document/schema.ts';
import { ASK } from '../../../words/grammar/choice.ts';
import { Labelled } from '../../features/rule-words/by-reading.tsx';
import { readingsIn } from '../../features/rule-words/nodes.ts';
import { useAnchor } from '../../platform/route.tsx';
import { AskingBadge, reasonKey } from '../../policy/asking-badge.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { anchorOf, ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { Quote } from '../../ui/quote.tsx';

/** Every question that the document leaves open, with its options, the default and the reason for it. */
export function ReadingList() {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const readings = Object.entries(policy.document.readings);
  return (
    <section className="panel" id="policy-readings" tabIndex={-1} aria-labelledby="policy-readings-title">
      <h2 id="policy-readings-title">{t('policy.readings')}</h2>
      <p className="hint">{t(readings.length > 0 ? 'policy.readingsHint' : 'policy.noReadings')}</p>
      <div className="policy-readings">
        {readings.map(([id, reading]) => (
          <ReadingCard key={id} id={id} reading={reading} />
        ))}
      </div>
    </section>
  );
}

function ReadingCard({ id, reading }: { id: string; reading: ReadingNode }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const anchor = anchorOf('reading', id);
  const concerned = concernedBy(policy.document, id);
  return (
    <article id={anchor} tabIndex={-1} className={useAnchor() === anchor ? 'entry located' : 'entry'} aria-label={say(reading.question)}>
      <h3>
        {say(reading.question)} {reading.default === ASK && <AskingBadge />}
      </h3>
      <Options reading={reading} />
      <p className="hint">{t(reasonKey(reading), { reason: say(reading.reason) })}</p>
      {concerned.length > 0 && (
        <ul className="concerned" aria-label={t('policy.concerns')}>
          <li aria-hidden="true">
            <Labelled>{t('policy.concerns')}</Labelled>
          </li>
          {concerned.map(({ kind, id: one, title }) => (
            <li key={kind + one}>
              <ClauseLink kind={kind} id={one}>
                {say(title)}
              </ClauseLink>
            </li>
          ))}
        </ul>
      )}
      <Quote clause={reading.clause} note={reading.clause.note && say(reading.clause.note)} />
    </article>
  );
}

/** The options of a reading, the default marked, or that there is none. */
export function Options({ reading }: { reading: ReadingNode }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  return (
    <ul className="cases">
      {Object.entries(reading.options).map(([option, title]) => (
        <li key={option}>
          {option === reading.default ? (
            <>
              <strong>{say(title)}</strong> <span className="badge">{t('readings.default')}</span>
            </>
          ) : (
            say(title)
          )}
        </li>
      ))}
    </ul>
  );
}

/** The entries that depend on a reading. */
function concernedBy({ allowances, stacking, targets }: PolicyDocument, reading: string) {
  const stacked = stacking.filter(({ keep, cap }) => readingsIn([keep, cap]).includes(reading)).flatMap((group) => group.allowances);
  return [
    ...Object.entries(allowances)
      .filter(([id, node]) => stacked.includes(id) || readingsIn(node).includes(reading))
      .map(([id, { title }]) => ({ kind: 'allowance' as const, id, title })),
    ...Object.entries(targets)
      .filter(([, { count }]) => readingsIn(count).includes(reading))
      .map(([id, { title }]) => ({ kind: 'target' as const, id, title })),
  ];
}
