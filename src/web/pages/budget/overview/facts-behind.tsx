import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';

/** A fact of some people: with the default used in its place, or without one if it was given and not used. */
interface Behind {
  readonly fact: string;
  readonly value?: BudgetResult['assumed'][number]['value'];
  readonly headcount: number;
}

/** How many people each default of a budget affects, and which given facts were unused; folded, and empty if there are none. */
export function FactsBehind({ result: { assumed, unused } }: { result: BudgetResult }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const people: Column<Behind> = {
    key: 'people',
    title: t('unit.peopleHeader'),
    numeric: true,
    cell: ({ headcount }) => groupCount(headcount),
    sortBy: ({ headcount }) => headcount,
  };
  const fact: Column<Behind> = { key: 'fact', title: t('inForce.fact'), rowHeader: true, cell: (one) => labels.fact(one.fact) };
  const value: Column<Behind> = {
    key: 'default',
    title: t('inForce.default'),
    cell: (one) => labels.value(one.fact, one.value as string | boolean),
  };
  const tables = [
    { kind: 'assumed', rows: assumed, columns: [fact, value, people] },
    { kind: 'unused', rows: unused, columns: [fact, people] },
  ] as const;
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows, columns }) => (
      <details key={kind} className="panel" data-testid={`facts-${kind}`} open={kind === 'unused'}>
        <summary>{t(`inForce.${kind}`)}</summary>
        <DataTable caption={t(`inForce.${kind}Hint`)} columns={columns} rows={rows as readonly Behind[]} rowKey={(one) => one.fact} />
      </details>
    ));
}
