import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';

/** A reading that a result rests on, with the option in effect. */
export function Reading({ id, option }: { id: string; option: string | undefined }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { policy } = useCatalogue();
  const reading = policy.document.readings[id];
  const title = option === undefined ? undefined : reading?.options[option];
  if (!reading || !title) return null;
  return (
    <div>
      <ClauseLink kind="reading" id={id}>
        {say(reading.question)}
      </ClauseLink>{' '}
      <strong>{say(title)}</strong>{' '}
      <span className={option === reading.default ? 'badge' : 'badge changed'}>
        {t(option === reading.default ? 'readings.default' : 'check.changedReading')}
      </span>
    </div>
  );
}
