import { Segmented } from 'antd';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits, isZero, roundToWan, sumOfRounded } from './amounts.ts';
import './sums.css';

/** The unit in which amounts are shown: exact in yuan, or rounded in ten thousands of yuan (万元). */
export type Unit = 'yuan' | 'wan';

const Context = createContext<Unit>('yuan');

/** Provides the unit of the amounts inside. */
export const UnitProvider = Context.Provider;

/** The unit of amounts, its name, and the heading of a column in it. */
export function useUnit(): { readonly unit: Unit; readonly name: string; readonly header: string } {
  const { t } = useTranslation();
  const unit = useContext(Context);
  return {
    unit,
    name: t(unit === 'wan' ? 'explore.unit.wan' : 'unit.yuan'),
    header: t(unit === 'wan' ? 'explore.unit.header' : 'unit.amountHeader'),
  };
}

/** Switches between 元 and 万元, and explains the difference. */
export function UnitSwitch({ unit, onChange }: { unit: Unit; onChange: (unit: Unit) => void }) {
  const { t } = useTranslation();
  return (
    <div className="unit-switch">
      {unit === 'wan' && <span className="hint">{t('explore.unit.note')}</span>}
      <Segmented<Unit>
        aria-label={t('explore.unit.choice')}
        size="small"
        value={unit}
        options={[
          { value: 'yuan', label: t('unit.yuan') },
          { value: 'wan', label: t('explore.unit.wan') },
        ]}
        onChange={onChange}
      />
    </div>
  );
}

/** An amount of the wire in the current unit. A rounded one is marked, and its exact figure is available to every reader. */
export function Money({ amount, withUnit = false }: { amount: string; withUnit?: boolean }) {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const exact = groupDigits(amount);
  if (unit === 'yuan') return withUnit ? t('unit.amount', { amount: exact }) : exact;
  const { text, isExact } = roundToWan(amount);
  const shown = withUnit ? t('explore.unit.amount', { amount: text }) : text;
  if (isExact) return shown;
  const title = t('unit.amount', { amount: exact });
  return (
    <span className="rounded" title={title}>
      <span aria-hidden="true">{t('explore.unit.rounded', { amount: shown })}</span>
      <span className="unseen">{title}</span>
    </span>
  );
}

/** A difference of amounts in the current unit, always with its sign. */
export function Difference({ amount, withUnit = false }: { amount: string; withUnit?: boolean }) {
  const isMore = !isZero(amount) && !amount.startsWith('-');
  return (
    <>
      {isMore && '+'}
      <Money amount={amount} withUnit={withUnit} />
    </>
  );
}

/** The total of a column, rounded from the exact total, with a note if the rounded rows have another sum. */
export function MoneyTotal({ amount, rows }: { amount: string; rows: readonly string[] }) {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const other = unit === 'wan' ? sumOfRounded(rows, amount) : null;
  return (
    <>
      <Money amount={amount} />
      {other !== null && <div className="hint rounded-rows">{t('explore.unit.rowsComeTo', { amount: other })}</div>}
    </>
  );
}
