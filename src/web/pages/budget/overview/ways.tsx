import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { TemplateButton } from '../../../features/roster/import/template-button.tsx';
import { LoaderState } from '../../../features/roster/loader-state.tsx';
import type { RosterLoader } from '../../../features/roster/use-roster-loader.ts';
import { FileButton, ROSTERS } from '../../../ui/file-button.tsx';

/** The three ways to start a budget, on a first visit. */
export function Ways({ loader, onType }: { loader: RosterLoader; onType: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="budget-ways">
      <h2 id="budget-ways">{t('budget.waysTitle')}</h2>
      <LoaderState loader={loader} />
      <ul className="ways">
        <li>
          <Button type="primary" disabled={loader.busy} onClick={() => void loader.loadSample()}>
            {t('budget.sample')}
          </Button>
          <p className="hint">{t('budget.sampleHint')}</p>
        </li>
        <li>
          <FileButton accept={ROSTERS} label={t('budget.own')} disabled={loader.busy} onFile={(file) => void loader.loadFile(file)} />
          <p className="hint">{t('budget.ownHint')}</p>
          <TemplateButton />
        </li>
        <li>
          <Button onClick={onType}>{t('budget.type')}</Button>
          <p className="hint">{t('budget.typeHint')}</p>
        </li>
      </ul>
    </section>
  );
}
