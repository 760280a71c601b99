import { useTranslation } from 'react-i18next';
import { ASK } from '../../../words/grammar/choice.ts';
import { AskingBadge } from '../../policy/asking-badge.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';

/** A reading that a result rests on, with the option in effect; without a default, that none is chosen. */
export function Reading({ id, option }: { id: string; option: string | undefined }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const reading = policy.document.readings[id];
  const title = option === undefined ? undefined : reading?.options[option];
  if (!reading || !(title || option === ASK)) return null;
  return (
    <div>
      <ClauseLink kind="reading" id={id}>
        {say(reading.question)}
      </ClauseLink>{' '}
      {title ? (
        <>
          <strong>{say(title)}</strong>{' '}
          <span className={option === reading.default ? 'badge' : 'badge changed'}>
            {t(option === reading.default ? 'readings.default' : reading.default === ASK ? 'readings.picked' : 'check.changedReading')}
          </span>
        </>
      ) : (
        <AskingBadge isOpen />
      )}
    </div>
  );
}
