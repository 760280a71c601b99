import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Step } from './use-step.ts';

/** Says what the last step was, and takes it back. */
export function TakenStep<T>({ step: { last, back } }: { step: Step<T, 'follow' | 'forAll' | 'clear' | 'fill'> }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {last && back && (
        <p className="notice">
          {t(`settings.taken.${last.name}`)}{' '}
          <Button size="small" onClick={back}>
            {t('whatIf.undo')}
          </Button>
        </p>
      )}
    </div>
  );
}
