import type { TFunction } from 'i18next';
import type { ParameterNode } from '../../policy/document/schema.ts';
import { groupDigits } from '../ui/amounts.ts';

/** The time that a figure of money covers. */
type Period = { readonly period?: ParameterNode['period'] };
/** The unit of a figure, and its period. */
export type FigureUnit = Period & Pick<ParameterNode, 'unit'>;

/** How figures of a unit are written. */
interface UnitWords {
  /** The name of the unit. */
  label(of: Period, t: TFunction): string;
  /** What follows a number. */
  after(of: Period, t: TFunction): string;
  /** A number with its unit. */
  value(text: string, of: Period, t: TFunction): string;
}

const yuan = ({ period }: Period, t: TFunction) => t(`unit.${period ?? 'yuan'}`);

/** Every unit in words: its name, its suffix, and a number with it. */
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
  count: { label: (_, t) => t('policy.figure.countUnit'), after: () => '', value: (text) => groupDigits(text) },
};
