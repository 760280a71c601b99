import { isChoice } from '../../words/choice.ts';
import type { Step } from '../fault.ts';
import type { Parameter } from '../figures.ts';
import type { Unit } from '../unit.ts';
import { type Check, type Desk, visitNodes } from './check.ts';

type Period = 'month' | 'year' | 'once';

/** Keys of amounts that name a figure which is no money, and what it is in. */
const OTHER_UNITS: Readonly<Record<string, Unit>> = { percent: 'percent', yearly: 'percent', since: 'year' };

/** A figure is in the unit that is needed where it stands, and for the period of what it pays: a monthly allowance pays no yearly sum. */
export const checkUnits: Check = (desk) => {
  const { document } = desk;
  for (const [id, { pays }] of Object.entries(document.allowances)) {
    const period = 'once' in pays ? 'once' : pays.every;
    visitNodes(pays.amount, ['allowances', id, 'pays', 'amount'], (node, path) => {
      if (isChoice(node) || path.at(-1) === 'amounts') return;
      if (typeof node.parameter === 'string') needMoney(desk, node.parameter, period, [...path, 'parameter']);
      for (const [key, unit] of Object.entries(OTHER_UNITS)) {
        const name = node[key];
        if (typeof name === 'string') need(desk, name, unit, [...path, key]);
      }
    });
  }
  for (const [id, { funding = [] }] of Object.entries(document.allowances)) {
    for (const [index, { share }] of funding.entries())
      if (share !== undefined) need(desk, share, 'percent', ['allowances', id, 'funding', index, 'share']);
  }
  for (const [index, { cap }] of document.stacking.entries()) {
    visitNodes(cap, ['stacking', index, 'cap'], (node, path) => {
      if (isChoice(node) || typeof node.parameter !== 'string') return;
      const parameter = need(desk, node.parameter, 'yuan', [...path, 'parameter']);
      if (parameter?.period !== 'once') return;
      desk.report([...path, 'parameter'], 'wrong-period', { parameter: node.parameter, period: 'once', needed: 'month-or-year' });
    });
  }
  for (const [id, { parameter, parts }] of Object.entries(document.envelopes)) {
    needMoney(desk, parameter, 'year', ['envelopes', id, 'parameter']);
    for (const [part, node] of Object.entries(parts ?? {}))
      needMoney(desk, node.parameter, 'year', ['envelopes', id, 'parts', part, 'parameter']);
  }
  for (const [id, check] of Object.entries(document.checks))
    if (check.kind === 'multiple-of-line') needMoney(desk, check.line, 'year', ['checks', id, 'line']);
};

function needMoney(desk: Desk, name: string, period: Period, path: readonly Step[]): void {
  const parameter = need(desk, name, 'yuan', path);
  if (parameter?.period && parameter.period !== period)
    desk.report(path, 'wrong-period', { parameter: name, period: parameter.period, needed: period });
}

function need(desk: Desk, name: string, unit: Unit, path: readonly Step[]): Parameter | null {
  const parameter = desk.parameters.get(name) ?? anyCell(desk, name);
  if (!parameter) return null;
  if (parameter.unit === unit) return parameter;
  desk.report(path, 'wrong-unit', { parameter: name, unit: parameter.unit, needed: unit });
  return null;
}

const CELLS = new WeakMap<Desk, Map<string, Parameter>>();

/** A cell of a table; all have its unit and period. */
function anyCell(desk: Desk, name: string): Parameter | undefined {
  let cells = CELLS.get(desk);
  if (!cells) {
    cells = new Map();
    for (const [key, parameter] of desk.parameters) {
      for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) cells.set(key.slice(0, at), parameter);
    }
    CELLS.set(desk, cells);
  }
  return cells.get(name);
}
