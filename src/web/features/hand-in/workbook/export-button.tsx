import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';
import { useExport } from './use-export.ts';
import './export-button.css';

/** Exports a budget to a workbook, and shows the progress and the outcome. */
export function ExportButton({ budget, disabled }: { budget: BudgetOnPaper; disabled: boolean }) {
  const { t } = useTranslation();
  const { busy, progress, outcome, start, cancel } = useExport();
  const { roster } = budget.state;
  const columns = roster?.privateColumns ?? [];
  // The tick is for one roster and does not carry over to the next.
  const [tickedFor, setTickedFor] = useState<number | null>(null);
  const withPrivate = columns.length > 0 && tickedFor === roster?.roster;
  return (
    <>
      <Button size="small" disabled={disabled || busy} onClick={() => void start(budget, withPrivate)}>
        {t('export.button')}
      </Button>
      {columns.length > 0 && (
        <Checkbox checked={withPrivate} onChange={({ target }) => setTickedFor(target.checked ? (roster?.roster ?? null) : null)}>
          {t('export.withPrivate', { columns: columns.map((name) => t('import.quoted', { name })).join(t('app.listComma')) })}
        </Checkbox>
      )}
      <div className="hand-in-state">
        {busy && <ProgressLine progress={progress} onCancel={cancel} />}
        <p role="status">{outcome && 'name' in outcome && t('export.done', { name: outcome.name })}</p>
        {outcome && 'problem' in outcome && <Alert type="error" showIcon title={t(`export.${outcome.problem}`)} />}
      </div>
    </>
  );
}
