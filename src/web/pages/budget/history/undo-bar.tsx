import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetHistory } from './use-history.ts';

/** Buttons for undo and redo, and a note of what was undone. */
export function UndoBar({ undo, redo, stepped }: Pick<BudgetHistory, 'undo' | 'redo' | 'stepped'>) {
  const { t } = useTranslation();
  return (
    <div className="undo-bar">
      <span role="status" className="hint">
        {stepped && (
          <span key={stepped.number}>
            {t(`whatIf.${stepped.way}`, { parts: stepped.parts.map((part) => t(`whatIf.parts.${part}`)).join(t('app.listComma')) })}
          </span>
        )}
      </span>
      <Button size="small" disabled={!undo} title={t('whatIf.undoKeys')} onClick={() => undo?.()}>
        {t('whatIf.undo')}
      </Button>
      <Button size="small" disabled={!redo} title={t('whatIf.redoKeys')} onClick={() => redo?.()}>
        {t('whatIf.redo')}
      </Button>
    </div>
  );
}
