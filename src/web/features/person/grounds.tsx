import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { Quote } from '../../ui/quote.tsx';
import { Reading } from './reading.tsx';

interface GroundsProps {
  readonly result: Pick<EntitlementResult['lines'][number], 'readings' | 'clause'>;
  /** The option in effect for every reading. */
  readonly readings: Readonly<Record<string, string>>;
}

/** What an amount rests on, as the last entries of a list: the readings with their options, and the clause. */
export function Grounds({ result: { readings: consulted, clause }, readings }: GroundsProps) {
  const { t } = useTranslation();
  return (
    <>
      {consulted.length > 0 && (
        <div>
          <dt>{t('check.restsOn')}</dt>
          <dd>
            {consulted.map((id) => (
              <Reading key={id} id={id} option={readings[id]} />
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('check.clause')}</dt>
        <dd>
          <Quote clause={clause} note={clause.note} />
        </dd>
      </div>
    </>
  );
}
