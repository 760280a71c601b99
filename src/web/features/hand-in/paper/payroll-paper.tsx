import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useComputed } from '../../../compute/client/use-computed.ts';
import type { PaidPerson, Payroll } from '../../../compute/protocol/payroll.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { groupDigits } from '../../../ui/amounts.ts';
import { type BudgetOnPaper, isMadeUp, peopleLines } from '../contents/budget-paper.ts';
import { useBasis } from '../contents/use-basis.ts';
import { BasisBlock } from './basis-block.tsx';
import { Capitals } from './capitals.tsx';
import { PaperHead } from './paper-head.tsx';
import { PaperTable } from './paper-table.tsx';
import { Signatures } from './signatures.tsx';

/** The most people with missing inputs who are named. */
const MOST_NAMED = 100;

interface PayrollPaperProps {
  readonly title: string;
  readonly budget: BudgetOnPaper;
  readonly school: string | null;
  /** 0 to 11. */
  readonly month: number;
  readonly onReady: (ready: boolean) => void;
}

/** The payroll of a school for a month, with a place for each person to sign. */
export function PayrollPaper({ title, budget, school, month, onReady }: PayrollPaperProps) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const { result, state, unit, run } = budget;
  const basis = useBasis(result);
  const allowances = result.byAllowance.filter(({ payee }) => payee === 'teacher').map(({ allowance }) => allowance);
  const { answer: payroll, busy, failed } = useComputed('payroll', { policy: policy.key, run, school, month, allowances });
  const isReady = payroll !== null && payroll !== 'stale' && !busy;
  useEffect(() => onReady(isReady), [isReady, onReady]);
  if (!isReady) return <p role="status">{t(payroll === 'stale' || failed ? 'print.gone' : 'app.computing')}</p>;
  return (
    <>
      <PaperHead title={title} unit={unit} madeUp={isMadeUp(state)} />
      {payroll.rows.length === 0 ? <p>{t('print.nobodyPaid')}</p> : <People payroll={payroll} />}
      <Capitals amount={payroll.total} />
      <OpenNotes payroll={payroll} />
      {(state.cohorts ?? []).length > 0 && <p className="small">{t('print.noGroups')}</p>}
      <Signatures />
      <BasisBlock basis={basis} people={peopleLines(budget, t)} />
    </>
  );
}

function People({ payroll: { items, rows, total } }: { payroll: Payroll }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <PaperTable
      columns={[
        { title: t('print.number'), numeric: true, width: '11mm' },
        { title: labels.fact('id'), className: 'nowrap' },
        { title: labels.fact('name'), className: 'nowrap' },
        ...items.map(({ allowance }) => ({ title: labels.allowance(allowance), numeric: true })),
        { title: t('table.total'), numeric: true },
        { title: t('print.signature'), width: '26mm', className: 'sign' },
      ]}
      rows={rows.map(({ id, name, amounts, total: own, incomplete }, at) => [
        at + 1,
        id,
        `${name ?? ''}${incomplete ? '*' : ''}`,
        ...amounts.map((amount) => (amount === null ? t('unit.none') : groupDigits(amount))),
        groupDigits(own),
        '',
      ])}
      footer={[
        [
          '',
          t('table.total'),
          t('unit.people', { count: rows.length }),
          ...items.map(({ amount }) => groupDigits(amount)),
          groupDigits(total),
          '',
        ],
      ]}
    />
  );
}

/** People whose amounts are incomplete: a payroll must not leave anybody out silently. */
function OpenNotes({ payroll: { rows, open } }: { payroll: Payroll }) {
  const { t } = useTranslation();
  const marked = rows.filter(({ incomplete }) => incomplete).length;
  const nameOf = ({ id, name }: PaidPerson) => (name === null ? id : t('print.nameAndId', { name, id }));
  const named = open.slice(0, MOST_NAMED).map(nameOf).join(t('app.listComma'));
  return (
    <>
      {marked > 0 && <p className="small">{t('print.marked', { count: marked })}</p>}
      {open.length > 0 && (
        <p className="small">{t(open.length > MOST_NAMED ? 'print.unpaidMany' : 'print.unpaid', { count: open.length, people: named })}</p>
      )}
    </>
  );
}
