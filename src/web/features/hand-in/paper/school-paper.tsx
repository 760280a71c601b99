import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stale } from '../../../compute/protocol/orders.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { groupCount, groupDigits, isZero, sumAmounts } from '../../../ui/amounts.ts';
import { type BudgetOnPaper, isMadeUp, peopleLines } from '../contents/budget-paper.ts';
import { askCells, type Cells, paidItems } from '../contents/cross-cells.ts';
import { useBasis } from '../contents/use-basis.ts';
import { BasisBlock } from './basis-block.tsx';
import { Capitals } from './capitals.tsx';
import { PaperHead } from './paper-head.tsx';
import { PaperTable } from './paper-table.tsx';
import { Signatures } from './signatures.tsx';

/** The most items side by side on a sheet; more continue in another table. */
const ITEMS_A_TABLE = 10;

/** Every school with its amount of every item. */
export function SchoolPaper({ title, budget, onReady }: { title: string; budget: BudgetOnPaper; onReady: (ready: boolean) => void }) {
  const { t } = useTranslation();
  const { result, state, unit } = budget;
  const basis = useBasis(result);
  const cells = useCells(budget);
  const isReady = cells !== null && cells !== 'stale';
  useEffect(() => onReady(isReady), [isReady, onReady]);
  if (!isReady) return <p role="status">{t(cells === 'stale' ? 'print.gone' : 'app.computing')}</p>;
  const items = paidItems(result);
  const nothing = result.byAllowance.filter(({ amount }) => isZero(amount));
  const tables = Array.from({ length: Math.max(1, Math.ceil(items.length / ITEMS_A_TABLE)) }, (_, table) =>
    items.slice(table * ITEMS_A_TABLE, (table + 1) * ITEMS_A_TABLE),
  );
  const schoolOf = (school: string | null | undefined) => school ?? t('budget.noSchool');
  const total = sumAmounts(result.groups);
  return (
    <>
      <PaperHead title={title} unit={unit} madeUp={isMadeUp(state)} />
      {tables.map((some, at) => (
        <PaperTable
          key={some[0]?.allowance ?? at}
          caption={tables.length > 1 ? t('print.partOf', { part: at + 1, parts: tables.length }) : undefined}
          columns={[
            { title: t('print.number'), numeric: true, width: '11mm' },
            { title: t('budget.school'), width: '40mm' },
            { title: t('unit.peopleHeader'), numeric: true },
            ...some.map((item) => ({ title: item.title, numeric: true })),
            ...(at === tables.length - 1 ? [{ title: t('table.total'), numeric: true }] : []),
          ]}
          rows={result.groups.map(({ key: { school = null }, headcount, amount }, row) => [
            row + 1,
            schoolOf(school),
            groupCount(headcount),
            ...some.map(({ allowance }) => amountIn(cells, school, allowance) ?? t('unit.none')),
            groupDigits(amount),
          ])}
          footer={[
            ['', t('table.total'), groupCount(result.headcount), ...some.map(({ amount }) => groupDigits(amount)), groupDigits(total)],
          ]}
        />
      ))}
      <Capitals amount={total} />
      <p className="small">{t('budget.schoolNote')}</p>
      <p className="small">{t('print.schoolsWithout', { amount: groupDigits(result.envelopeTotal) })}</p>
      {nothing.length > 0 && (
        <p className="small">{t('print.itemsWithout', { items: nothing.map((item) => item.title).join(t('app.listComma')) })}</p>
      )}
      {result.incomplete > 0 && <p className="open">{t('budget.incompleteNote', { people: groupCount(result.incomplete) })}</p>}
      <BasisBlock basis={basis} people={peopleLines(budget, t)} />
      <Signatures />
    </>
  );
}

function amountIn(cells: Cells, school: string | null, allowance: string): string | null {
  const amount = cells.get(school)?.get(allowance);
  return amount === undefined ? null : groupDigits(amount);
}

/** `null` until the worker has answered. */
function useCells({ result, run }: BudgetOnPaper): Cells | Stale | null {
  const { policy } = useCatalogue();
  const [cells, setCells] = useState<Cells | Stale | null>(null);
  useEffect(() => {
    let isCurrent = true;
    askCells(policy.key, run, result, 'school').then(
      (answer) => isCurrent && setCells(answer),
      () => isCurrent && setCells('stale'),
    );
    return () => {
      isCurrent = false;
    };
  }, [policy, result, run]);
  return cells;
}
