import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { FigureNode } from '../../../policy/document/schema.ts';
import { type FigureUnit, UNIT_WORDS } from '../../policy/units.ts';
import { groupDigits } from '../../ui/amounts.ts';

/** The unit of a figure, in words. */
export function unitLabel(node: FigureUnit, t: TFunction): string {
  return UNIT_WORDS[node.unit].label(node, t);
}

/** One value with its unit. */
export function valueText(value: string, node: FigureUnit, t: TFunction): string {
  return UNIT_WORDS[node.unit].value(value, node, t);
}

/** A figure: its value, its values by month, or that it is undetermined. */
export function Value({ figure, node, bare = false }: { figure: FigureNode; node: FigureUnit; bare?: boolean }) {
  const { t } = useTranslation();
  const write = (value: string) => (bare ? groupDigits(value) : valueText(value, node, t));
  if (figure === null) return <span className="awaited">{bare ? t('unit.awaited') : undeterminedText(node, t)}</span>;
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

function undeterminedText(node: FigureUnit, t: TFunction): string {
  return t('policy.figure.awaitedUnit', { awaited: t('unit.awaited'), unit: unitLabel(node, t) });
}
