import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetOnPaper } from '../print/budget-paper.ts';
import { ProgressLine } from '../shell/progress-line.tsx';
import { useExport } from './use-export.ts';

/** Exports a budget to a workbook; says how far it has come, and what came of it. */
export function ExportButton({ budget, disabled }: { budget: BudgetOnPaper; disabled: boolean }) {
  const { t } = useTranslation();
  const { busy, progress, outcome, start, cancel } = useExport();
  return (
    <>
      <Button size="small" disabled={disabled || busy} onClick={() => void start(budget)}>
        {t('export.button')}
      </Button>
      <div className="hand-in-state">
        {busy && <ProgressLine progress={progress} onCancel={cancel} />}
        <p role="status">{outcome && 'name' in outcome && t('export.done', { name: outcome.name })}</p>
        {outcome && 'problem' in outcome && <Alert type="error" showIcon title={t(`export.${outcome.problem}`)} />}
      </div>
    </>
  );
}
