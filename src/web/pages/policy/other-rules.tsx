import { Trans, useTranslation } from 'react-i18next';
import { ByReading, Labelled } from '../../features/rule-words/by-reading.tsx';
import { Figure } from '../../features/rule-words/figure.tsx';
import { figuresAt } from '../../features/rule-words/figures.ts';
import { Line } from '../../features/rule-words/line.tsx';
import { isChoice } from '../../features/rule-words/nodes.ts';
import { valueText } from '../../features/rule-words/value.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { groupCount } from '../../ui/amounts.ts';
import { rangeText } from '../../ui/range.ts';
import type { EntryOf } from './clauses.ts';

/** A sum that does not depend on the roster, and its parts. */
export function EnvelopeRule({ node }: { node: EntryOf<'envelope'>['node'] }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  return (
    <dl className="rule">
      <Line title={t('policy.rate')}>
        <Sum parameter={node.parameter} atLeast={node.atLeast === true} />
        {node.parts && (
          <ul className="cases">
            {Object.entries(node.parts).map(([id, part]) => (
              <li key={id}>
                <Labelled>{say(part.title)}</Labelled>
                <Sum parameter={part.parameter} atLeast={false} />
              </li>
            ))}
          </ul>
        )}
      </Line>
    </dl>
  );
}

/** A sum, or its minimum if the text sets a floor. */
export function Sum({ parameter, atLeast }: { parameter: string; atLeast: boolean }) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const figures = figuresAt(policy.document, parameter);
  if (!atLeast || typeof figures?.tree !== 'string') return <Figure parameter={parameter} />;
  return <span className="amount">{t('policy.atLeast', { amount: valueText(figures.tree, figures.node, t) })}</span>;
}

/** What a check compares. */
export function CheckRule({ node }: { node: EntryOf<'check'>['node'] }) {
  const { t } = useTranslation();
  if (node.kind === 'pay-parity') return t('policy.parity');
  if (node.kind !== 'multiple-of-line') return t('policy.otherCheck');
  return <Trans i18nKey="policy.multiple" values={{ multiple: node.multiple }} components={{ line: <Figure parameter={node.line} /> }} />;
}

/** What a target counts, its deadline, and how its cost is computed. */
export function TargetRule({ node }: { node: EntryOf<'target'>['node'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { costOf, unit } = node;
  const text = (number: unknown) => {
    const count = groupCount(Number(number));
    const counted = unit ? t('unit.counted', { count, unit: labels.say(unit) }) : t('unit.people', { count });
    return t('policy.targetText', { by: node.by, count: counted });
  };
  return (
    <>
      {isChoice(node.count) ? <ByReading node={node.count}>{text}</ByReading> : <div>{text(node.count)}</div>}
      {costOf !== undefined && (
        <div className="hint">
          <Trans
            i18nKey="policy.targetCost"
            components={{
              allowance: (
                <ClauseLink kind="allowance" id={costOf}>
                  {labels.allowance(costOf)}
                </ClauseLink>
              ),
            }}
          />
        </div>
      )}
    </>
  );
}

/** How many people the text counts, by kind. */
export function HeadcountRule({ node }: { node: EntryOf<'headcount'>['node'] }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const people = (count: number) => t('policy.people', { count: groupCount(count) });
  return (
    <>
      <div>{people(node.count)}</div>
      {node.parts && (
        <ul className="cases">
          {Object.entries(node.parts).map(([id, part]) => (
            <li key={id}>{t('app.colon', { label: say(part.title), value: people(part.count) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A number that the text gives as a range; nothing is computed from it. */
export function NotedRule({ node: { range } }: { node: EntryOf<'noted'>['node'] }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  if (!range) return null;
  return (
    <dl className="rule">
      <Line title={t('policy.range')}>{rangeText(range, say(range.unit), t)}</Line>
    </dl>
  );
}

/** The towns and villages in which a place fact holds. */
export function PlaceRule({ node }: { node: EntryOf<'place'>['node'] }) {
  const { t } = useTranslation();
  return (
    <ul className="cases">
      {node.towns.map(({ town, villages }) => (
        <li key={town}>
          {villages ? t('fields.placeVillages', { town, villages: villages.join(t('app.listComma')) }) : t('fields.placeTown', { town })}
        </li>
      ))}
    </ul>
  );
}
