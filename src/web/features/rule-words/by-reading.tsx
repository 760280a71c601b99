import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { ASK } from '../../../words/grammar/choice.ts';
import { AskingBadge } from '../../policy/asking-badge.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { type ChoiceNode, valueUnder } from './nodes.ts';

/** The question of a reading, as a link to it. */
export function ReadingLink({ id }: { id: string }) {
  const { policy } = useCatalogue();
  const { say } = useLabels();
  const reading = policy.document.readings[id];
  return (
    <ClauseLink kind="reading" id={id}>
      {reading ? say(reading.question) : id}
    </ClauseLink>
  );
}

/** Something that depends on a reading: its value under each option, the default marked, or that there is none. */
export function ByReading({ node, children }: { node: ChoiceNode; children: (value: unknown) => ReactNode }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const reading = policy.document.readings[node.reading];
  if (!reading) return <code>{JSON.stringify(node)}</code>;
  return (
    <>
      <div>
        <Trans i18nKey="policy.byReading" components={{ reading: <ReadingLink id={node.reading} /> }} />{' '}
        {reading.default === ASK && <AskingBadge />}
      </div>
      <ul className="cases">
        {Object.entries(reading.options).map(([option, title]) => (
          <li key={option}>
            <Labelled>
              {say(title)}
              {option === reading.default && (
                <>
                  {' '}
                  <span className="badge">{t('readings.default')}</span>
                </>
              )}
            </Labelled>
            {children(valueUnder(node, option))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The name of a case, in front of its value. */
export function Labelled({ children }: { children: ReactNode }) {
  return <Trans i18nKey="policy.amount.labelled" components={{ label: <span>{children}</span> }} />;
}
