import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupDigits } from '../shell/amounts.ts';
import { codeTitles } from '../shell/catalogue.ts';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { useLabels } from '../shell/labels.ts';

type Code = BudgetResult['byBudgetCode'][number];

/** The budget by the codes of the government's budget. */
export function CodeTable({ codes }: { codes: BudgetResult['byBudgetCode'] }) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const named = (code: string) => {
    const title = codeTitles[code];
    return title ? t('budget.codeTitle', { code, title: say(title) }) : code;
  };
  const columns: Column<Code>[] = [
    { key: 'economic', title: t('budget.economic'), cell: ({ economic }) => named(economic) },
    {
      key: 'functional',
      title: t('budget.functional'),
      cell: ({ functional }) => (functional === null ? t('unit.none') : named(functional)),
    },
    { key: 'amount', title: t('unit.amountHeader'), numeric: true, cell: ({ amount }) => groupDigits(amount) },
  ];
  return (
    <section className="panel" aria-labelledby="budget-codes">
      <h2 id="budget-codes">{t('budget.codes')}</h2>
      <DataTable
        caption={t('budget.codesNote')}
        columns={columns}
        rows={codes}
        rowKey={({ economic, functional }) => `${economic} ${functional}`}
      />
    </section>
  );
}
