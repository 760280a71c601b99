import { Segmented } from 'antd';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits, isZero, roundToWan, sumOfRounded } from './amounts.ts';

/** In what amounts are shown: exact in yuan, or rounded in ten thousands of yuan (万元). */
export type Unit = 'yuan' | 'wan';

const Context = createContext<Unit>('yuan');

/** Says in what the amounts inside are shown. */
export const UnitProvider = Context.Provider;

/** What amounts are shown in, what that is called, and how a column of them is headed. */
export function useUnit(): { readonly unit: Unit; readonly name: string; readonly header: string } {
  const { t } = useTranslation();
  const unit = useContext(Context);
  return {
    unit,
    name: t(unit === 'wan' ? 'explore.unit.wan' : 'unit.yuan'),
    header: t(unit === 'wan' ? 'explore.unit.header' : 'unit.amountHeader'),
  };
}

/** Switches between 元 and 万元, and says what that means. */
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

/** An amount of the wire in the unit of the place. What was rounded is marked, and its exact figure is at hand for every reader. */
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

/** A difference of amounts in the unit of the place, with its sign in any case. */
export function Difference({ amount, withUnit = false }: { amount: string; withUnit?: boolean }) {
  const isMore = !isZero(amount) && !amount.startsWith('-');
  return (
    <>
      {isMore && '+'}
      <Money amount={amount} withUnit={withUnit} />
    </>
  );
}

/** The total of a column: rounded from the exact total. Where the rounded rows come to something else, that is said. */
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
