import type { TFunction } from 'i18next';
import type { ParameterNode } from '../../policy/document/schema.ts';
import { groupDigits } from '../ui/amounts.ts';

/** For how long a figure of money is. */
type Period = { readonly period?: ParameterNode['period'] };
/** What a figure is in, and for how long. */
export type FigureUnit = Period & Pick<ParameterNode, 'unit'>;

/** How figures in a unit are written. */
interface UnitWords {
  /** What the unit is called by itself. */
  label(of: Period, t: TFunction): string;
  /** What is written after a number in it. */
  after(of: Period, t: TFunction): string;
  /** A number with its unit. */
  value(text: string, of: Period, t: TFunction): string;
}

const yuan = ({ period }: Period, t: TFunction) => t(`unit.${period ?? 'yuan'}`);

/** Every unit in words: what it is called, what follows a number, and a number with it. */
export const UNIT_WORDS: Readonly<Record<ParameterNode['unit'], UnitWords>> = {
  yuan: {
    label: yuan,
    after: yuan,
    value: (text, of, t) => t('policy.figure.yuan', { value: groupDigits(text), unit: yuan(of, t) }),
  },
  percent: {
    label: (_, t) => t('policy.figure.percentUnit'),
    after: (_, t) => t('unit.percent'),
    value: (value, _, t) => t('policy.figure.percent', { value }),
  },
  year: {
    label: (_, t) => t('policy.figure.yearUnit'),
    after: () => '',
    value: (value, _, t) => t('policy.figure.year', { value }),
  },
};
