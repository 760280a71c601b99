import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { CodeEditor } from '../../../features/settings/code-editor.tsx';
import type { TypedCodes } from '../../../features/settings/own-codes.ts';
import { useCodeTitle } from '../../../policy/code-titles.ts';
import { sumAmounts } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, MoneyTotal, useUnit } from '../../../ui/unit.tsx';

type Code = BudgetResult['byBudgetCode'][number];

interface CodeTableProps {
  readonly codes: BudgetResult['byBudgetCode'];
  readonly typed: TypedCodes;
  readonly onChange: (typed: TypedCodes) => void;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The budget by budget classification code, and which code is for what. */
export function CodeTable({ codes, typed, onChange, faults }: CodeTableProps) {
  const { t } = useTranslation();
  const named = useCodeTitle();
  const { header } = useUnit();
  const columns: Column<Code>[] = [
    { key: 'economic', title: t('budget.economic'), cell: ({ economic }) => named(economic) },
    {
      key: 'functional',
      title: t('budget.functional'),
      cell: ({ functional }) => (functional === null ? t('unit.none') : named(functional)),
    },
    { key: 'amount', title: header, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
  ];
  return (
    <section className="panel" aria-labelledby="budget-codes">
      <h2 id="budget-codes">
        {t('budget.codes')} <span className="badge warn">{t('codes.toConfirm')}</span>
      </h2>
      <DataTable
        caption={t('budget.codesNote')}
        columns={columns}
        rows={codes}
        rowKey={({ economic, functional }) => `${economic} ${functional}`}
        footer={[[t('table.total'), '', <MoneyTotal key="total" amount={sumAmounts(codes)} rows={codes.map(({ amount }) => amount)} />]]}
      />
      <CodeEditor typed={typed} onChange={onChange} faults={faults} />
    </section>
  );
}
