import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../policy/catalogue.ts';
import { lazily } from '../../ui/lazily.tsx';
import type { ScalesProps } from './scales-panel.tsx';
import { scalesToSend } from './typed-scales.ts';

const ScalesPanel = lazily(async () => (await import('./scales-panel.tsx')).ScalesPanel);

interface ScalesFoldProps extends ScalesProps {
  readonly className?: string;
}

/** A folded section for pay scales, if the policy uses them; its program is fetched when it is opened. */
export function ScalesFold({ className, ...props }: ScalesFoldProps) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const given = scalesToSend(props.scales).length;
  const [opened, setOpened] = useState(props.scales.length > 0);
  if (!policy.usage.scales) return null;
  return (
    <details className={className} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>
        {t('scales.title')}
        {given > 0 && <span className="count">{t('scales.given', { count: given })}</span>}
      </summary>
      {opened && (
        <Suspense fallback={<p role="status">{t('app.opening')}</p>}>
          <ScalesPanel {...props} />
        </Suspense>
      )}
    </details>
  );
}
