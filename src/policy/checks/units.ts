import { parsePercent } from '../../money/fen.ts';
import type { FigurePeriod } from '../../words/grammar/slots.ts';
import type { Unit } from '../../words/grammar/unit.ts';
import { WHOLE_UNITS } from '../../words/grammar/word.ts';
import type { Stand } from '../../words/stands.ts';
import type { Parameter } from '../document/figures.ts';
import { textsIn } from '../document/schema.ts';
import { type Entry, visitPolicy } from '../document/stands.ts';
import type { Step } from '../reading/fault.ts';
import type { Check, CheckContext } from './check.ts';

/**
 * A figure is in the unit that is needed where it stands, and for the period of what it pays: a monthly allowance pays no yearly sum. A
 * percentage that is part of a whole is at most 100.
 */
export const checkUnits: Check = (context) => {
  visitPolicy(context.document, (entry) => ({
    figure: (stand) => needed(context, entry, stand),
    table: (stand) => needed(context, entry, stand),
  }));
};

function needed(context: CheckContext, entry: Entry, { slot, node, path }: Stand<'figure' | 'table'>): void {
  const { unit, period, mayExceedWhole } = slot;
  if (unit === 'yuan') needMoney(context, node, periodIn(entry, period), path);
  else if (need(context, node, unit, path) && unit === 'percent' && !mayExceedWhole) needPart(context, node, path);
}

/** A part of a whole is none of more than 100%. */
function needPart({ parameters, report }: CheckContext, name: string, path: readonly Step[]): void {
  for (const { table, key, figure } of parameters.values()) {
    if (key !== name && table !== name) continue;
    const above = textsIn(figure, []).find(({ text }) => (parsePercent(text) ?? 0) > WHOLE_UNITS);
    if (above) report(path, 'above-whole', { parameter: key, value: above.text });
  }
}

type Period = Exclude<FigurePeriod, 'paid' | 'standard'>;

/** The period of a figure, or of the allowance that it stands in. */
function periodIn({ section, node }: Entry, period: FigurePeriod): Period {
  if (period !== 'paid' && period !== 'standard') return period;
  // What is owed may rest on a figure of any period: four years at so much a year.
  if (section === 'claims') return 'any';
  if (section !== 'allowances') throw new Error(`nothing is paid in ${section}`);
  if ('every' in node.pays) return period === 'standard' && node.pays.every === 'month' ? 'month-or-year' : node.pays.every;
  // So many sums are one of each year; a sum that is paid once, or in parts, is a sum of its own.
  return node.pays.count === undefined ? 'once' : 'year';
}

function needMoney(context: CheckContext, name: string, needed: Period, path: readonly Step[]): void {
  const period = need(context, name, 'yuan', path)?.period;
  if (!period || needed === 'any' || period === needed || (needed === 'month-or-year' && period !== 'once')) return;
  context.report(path, 'wrong-period', { parameter: name, period, needed });
}

function need(context: CheckContext, name: string, unit: Unit, path: readonly Step[]): Parameter | null {
  const parameter = context.parameters.get(name) ?? anyCell(context, name);
  if (!parameter) return null;
  if (parameter.unit === unit) return parameter;
  context.report(path, 'wrong-unit', { parameter: name, unit: parameter.unit, needed: unit });
  return null;
}

const CELLS = new WeakMap<CheckContext, Map<string, Parameter>>();

/** A cell of a table; all have its unit and period. */
function anyCell(context: CheckContext, name: string): Parameter | undefined {
  let cells = CELLS.get(context);
  if (!cells) {
    cells = new Map();
    for (const [key, parameter] of context.parameters) {
      for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) cells.set(key.slice(0, at), parameter);
    }
    CELLS.set(context, cells);
  }
  return cells.get(name);
}
