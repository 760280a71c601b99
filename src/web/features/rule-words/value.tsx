import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { FigureNode, ParameterNode } from '../../../policy/schema.ts';
import { groupDigits } from '../../ui/amounts.ts';

type Unit = Pick<ParameterNode, 'unit' | 'period'>;

/** What a figure is in, in words. */
export function unitLabel({ unit, period }: Unit, t: TFunction): string {
  if (unit === 'percent') return t('policy.figure.percentUnit');
  if (unit === 'year') return t('policy.figure.yearUnit');
  return period ? t(`unit.${period}`) : t('unit.yuan');
}

/** One value with its unit. */
export function valueText(value: string, node: Unit, t: TFunction): string {
  if (node.unit === 'percent') return t('policy.figure.percent', { value });
  if (node.unit === 'year') return t('policy.figure.year', { value });
  return t('policy.figure.yuan', { value: groupDigits(value), unit: unitLabel(node, t) });
}

/** A figure: its value, its values by month, or that it is awaited. */
export function Value({ figure, node, bare = false }: { figure: FigureNode; node: Unit; bare?: boolean }) {
  const { t } = useTranslation();
  const write = (value: string) => (bare ? groupDigits(value) : valueText(value, node, t));
  if (figure === null) return <span className="awaited">{bare ? t('unit.awaited') : awaitedText(node, t)}</span>;
  if (typeof figure === 'string') return <span className="amount">{write(figure)}</span>;
  return (
    <>
      {figure.map(({ from, value }, index) => (
        <Fragment key={from}>
          {index > 0 && t('app.comma')}
          <Trans i18nKey="policy.figure.from" values={{ from }} components={{ figure: <span className="amount">{write(value)}</span> }} />
        </Fragment>
      ))}
    </>
  );
}

function awaitedText(node: Unit, t: TFunction): string {
  return t('policy.figure.awaitedUnit', { awaited: t('unit.awaited'), unit: unitLabel(node, t) });
}
