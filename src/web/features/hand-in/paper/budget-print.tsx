import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { documentName } from '../contents/basis.ts';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';
import { PayrollChoice, type PayrollOf, payrollChosen } from './payroll-choice.tsx';
import { PayrollPaper } from './payroll-paper.tsx';
import { PrintView } from './print-view.tsx';
import { SchoolPaper } from './school-paper.tsx';
import { SummaryPaper } from './summary-paper.tsx';
import { UnitField } from './unit-field.tsx';
import { usePrinting } from './use-printing.ts';

const PAPERS = ['summary', 'schools', 'payroll'] as const;

interface BudgetPrintProps {
  readonly budget: BudgetOnPaper;
  readonly onUnit: (unit: string) => void;
  readonly disabled: boolean;
}

/** The papers of a budget: a menu of them, and the one being viewed. */
export function BudgetPrint({ budget, onUnit, disabled }: BudgetPrintProps) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const { say } = useLabels();
  const { paper, open, close } = usePrinting(['/', '/budget'], PAPERS);
  const [ready, setReady] = useState(false);
  const [picked, setPicked] = useState<PayrollOf | null>(null);
  const { result } = budget;
  const chosen = payrollChosen(result, picked);
  const title =
    paper &&
    t(`print.papers.${paper}`, {
      year: result.year,
      month: t('print.monthOf', { year: result.year, month: chosen.month + 1 }),
      school: chosen.school ?? t('budget.noSchool'),
    });
  const foot = t('print.foot', { title, policy: documentName(policy, say), version: result.policy.version });
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        disabled={disabled}
        menu={{
          items: PAPERS.map((key) => ({ key, label: t(`print.menu.${key}`) })),
          onClick: ({ key }) => open(key as (typeof PAPERS)[number]),
        }}
      >
        <Button size="small">{t('print.print')}</Button>
      </Dropdown>
      {paper && (
        <PrintView
          title={title ?? ''}
          foot={foot}
          landscape={paper !== 'summary'}
          ready={paper === 'summary' || ready}
          controls={
            <>
              <UnitField unit={budget.unit} onChange={onUnit} />
              {paper === 'payroll' && <PayrollChoice result={result} chosen={chosen} onChange={setPicked} />}
            </>
          }
          onClose={close}
        >
          {paper === 'summary' && <SummaryPaper title={title ?? ''} budget={budget} />}
          {paper === 'payroll' && <PayrollPaper title={title ?? ''} budget={budget} {...chosen} onReady={setReady} />}
          {paper === 'schools' && <SchoolPaper title={title ?? ''} budget={budget} onReady={setReady} />}
        </PrintView>
      )}
    </>
  );
}
