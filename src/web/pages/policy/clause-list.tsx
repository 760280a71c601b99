import { useTranslation } from 'react-i18next';
import type { Clause } from '../../../policy/document/schema.ts';
import { useItemName } from '../../ui/quote.tsx';
import type { Item } from './clauses.ts';
import { EntryCard } from './entry-card.tsx';

/** The document clause by clause: its text, and beside it what it was turned into. */
export function ClauseList({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <section className="panel" id="policy-clauses" tabIndex={-1} aria-labelledby="policy-clauses-title">
      <h2 id="policy-clauses-title">{t('policy.clauses')}</h2>
      {items.map(({ passages, ...place }) => (
        <section key={nameOf(place)} className="policy-item" aria-label={nameOf(place)}>
          <h3>{nameOf(place)}</h3>
          {passages.map(({ clause, entries }) => (
            <div key={entries.map(({ kind, id }) => kind + id).join()} className="passage">
              <Words clause={clause} />
              <div className="entries">
                {entries.map((entry) => (
                  <EntryCard key={entry.kind + entry.id} entry={entry} />
                ))}
              </div>
            </div>
          ))}
        </section>
      ))}
    </section>
  );
}

/** The text of the document; if it is damaged, the repaired text with the original below. */
function Words({ clause: { quote, display } }: { clause: Clause }) {
  const { t } = useTranslation();
  return (
    <div className="words">
      <blockquote lang="zh-CN">{display ?? quote}</blockquote>
      {display !== undefined && <p className="hint">{t('policy.repaired', { quote })}</p>}
    </div>
  );
}
