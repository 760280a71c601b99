import type { BudgetOnPaper } from './contents/budget-paper.ts';
import { BudgetPrint } from './paper/budget-print.tsx';
import { useUnit } from './paper/use-unit.ts';
import { ExportButton } from './workbook/export-button.tsx';

/** The ways to submit a budget: on paper, and as a workbook. */
export function HandIn({ budget, disabled }: { budget: Omit<BudgetOnPaper, 'unit'>; disabled: boolean }) {
  const [unit, setUnit] = useUnit();
  const whole = { ...budget, unit };
  return (
    <>
      <BudgetPrint budget={whole} onUnit={setUnit} disabled={disabled} />
      <ExportButton budget={whole} disabled={disabled} />
    </>
  );
}
