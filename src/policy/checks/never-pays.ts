import { EMPLOYMENT } from '../../facts/employment.ts';
import { has } from '../../words/grammar/has.ts';
import { isNumberText, partsOf } from '../../words/grammar/number.ts';
import { compileMonths } from '../../words/timing/months.ts';
import { type Check, visitNodes } from './check.ts';

/** What can never come to anything although every part of it is right: no month is left, no unit, or nobody is employed any more. */
export const checkNeverPays: Check = ({ document, report }) => {
  for (const [name, node] of Object.entries(document.months))
    if (compileMonths(node).set === 0) report(['months', name], 'months-empty', {});
  visitNodes(document.allowances, ['allowances'], (node, path) => {
    if (!has(node, 'each') || !isNumberText(node.after) || !isNumberText(node.atMost)) return;
    if (partsOf(node.after) >= partsOf(node.atMost))
      report([...path, 'after'], 'no-unit-counts', { after: node.after, atMost: node.atMost });
  });
  for (const [id, { pays, stops }] of Object.entries(document.allowances)) {
    if (!('at' in pays) || pays.at !== EMPLOYMENT.left || stops !== undefined) continue;
    const isLater =
      (typeof pays.after === 'number' && pays.after > 0) || pays.shares !== undefined || (typeof pays.count === 'number' && pays.count > 1);
    if (isLater) report(['allowances', id, 'pays', 'at'], 'paid-after-leaving', { fact: pays.at });
  }
};
