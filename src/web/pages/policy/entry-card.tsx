import { useTranslation } from 'react-i18next';
import { AllowanceBadges, AllowanceRule } from '../../features/rule-words/allowance-rule.tsx';
import { ClaimRule } from '../../features/rule-words/claim-rule.tsx';
import { DerivationRule } from '../../features/rule-words/derivations.tsx';
import { useAnchor } from '../../platform/route.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { anchorOf } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import type { Entry } from './clauses.ts';
import { CheckRule, EnvelopeRule, HeadcountRule, NotedRule, PlaceRule, TargetRule } from './other-rules.tsx';
import { TotalRule } from './total-rule.tsx';

/** What a clause was turned into, with the anchor that links lead to. */
export function EntryCard({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { say, fact } = useLabels();
  const { facts } = useCatalogue();
  const anchor = anchorOf(entry.kind, entry.id);
  const title =
    entry.kind === 'place' || entry.kind === 'derivation' ? (facts.has(entry.id) ? fact(entry.id) : entry.id) : say(entry.node.title);
  const located = useAnchor() === anchor;
  const { note } = entry.node.clause;
  return (
    <article id={anchor} tabIndex={-1} className={located ? 'entry located' : 'entry'} aria-label={title}>
      <header>
        <h4>{title}</h4>
        <span className="badge">{t(`policy.kinds.${entry.kind}`)}</span>
        {entry.kind === 'allowance' && <AllowanceBadges node={entry.node} />}
      </header>
      <Rule entry={entry} />
      {note && <p className="hint">{t('clause.note', { note: say(note) })}</p>}
    </article>
  );
}

function Rule({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case 'allowance':
      return <AllowanceRule id={entry.id} node={entry.node} />;
    case 'claim':
      return <ClaimRule id={entry.id} node={entry.node} />;
    case 'envelope':
      return <EnvelopeRule node={entry.node} />;
    case 'check':
      return <CheckRule node={entry.node} />;
    case 'target':
      return <TargetRule node={entry.node} />;
    case 'headcount':
      return <HeadcountRule node={entry.node} />;
    case 'total':
      return <TotalRule id={entry.id} node={entry.node} />;
    case 'place':
      return <PlaceRule node={entry.node} />;
    case 'derivation':
      return (
        <div>
          <DerivationRule id={entry.id} node={entry.node} />
        </div>
      );
    case 'noted':
      return <NotedRule node={entry.node} />;
  }
}
