import { isChoice } from '../../words/choice.ts';
import type { Step } from '../fault.ts';
import type { PolicyDocument } from '../schema.ts';
import { type Desk, own, visitNodes } from './check.ts';

/** Where a choice may stand, and which options may stand for themselves there. */
interface Slot {
  readonly node: unknown;
  readonly path: readonly Step[];
  /** Values that an option's own id may be (`{reading: id}` alone); none where an id is no value. */
  readonly names: readonly string[];
}

const REPAY = ['all', 'remaining-months', 'remaining-years'];

/** Every choice by a reading names a reading, and gives a value to each of its options and to no other. */
export function checkChoices(desk: Desk): void {
  for (const slot of slotsOf(desk.document)) {
    visitNodes(slot.node, slot.path, (node, path) => {
      if (isChoice(node)) checkChoice(desk, node, path, namesAt(slot, path));
    });
  }
}

/** Within an amount only the way of combining may be named by an option. */
function namesAt({ names, path }: Slot, at: readonly Step[]): readonly string[] {
  return at.slice(path.length).includes('combine') ? ['larger', 'smaller', 'sum'] : names;
}

function checkChoice({ document, report }: Desk, node: Record<string, unknown>, path: readonly Step[], names: readonly string[]): void {
  const { reading: id, ...values } = node as Record<string, unknown> & { reading: string };
  const reading = own(document.readings, id);
  if (!reading) {
    report([...path, 'reading'], 'no-reading', { reading: id, allowed: Object.keys(document.readings) });
    return;
  }
  const given = Object.keys(values);
  const options = Object.keys(reading.options);
  for (const option of given)
    if (!options.includes(option)) report([...path, option], 'no-option', { option, reading: id, allowed: options });
  for (const option of options) {
    if (given.length > 0 && !given.includes(option)) report(path, 'option-without-value', { option, reading: id });
    if (given.length === 0 && !names.includes(option)) report(path, 'bare-choice', { option, reading: id });
  }
}

function slotsOf({ allowances, months, stacking, targets }: PolicyDocument): Slot[] {
  return [
    ...Object.entries(allowances).flatMap(([id, { when, pays, months: named, starts, stops }]): Slot[] => [
      { node: when, path: ['allowances', id, 'when'], names: ['always'] },
      { node: pays.amount, path: ['allowances', id, 'pays', 'amount'], names: [] },
      { node: named, path: ['allowances', id, 'months'], names: Object.keys(months) },
      ...('once' in pays && pays.service
        ? [
            { node: pays.service.years, path: ['allowances', id, 'pays', 'service', 'years'], names: [] },
            { node: pays.service.repay, path: ['allowances', id, 'pays', 'service', 'repay'], names: REPAY },
          ]
        : []),
      ...(starts ? [{ node: starts.from, path: ['allowances', id, 'starts', 'from'], names: ['same-month', 'next-month'] }] : []),
      ...(stops ? [{ node: stops.last, path: ['allowances', id, 'stops', 'last'], names: ['same-month', 'previous-month'] }] : []),
    ]),
    ...stacking.flatMap(({ keep, cap }, index): Slot[] => [
      { node: keep, path: ['stacking', index, 'keep'], names: ['all', 'largest'] },
      { node: cap, path: ['stacking', index, 'cap'], names: ['none'] },
    ]),
    ...Object.entries(targets).map(([id, { count }]): Slot => ({ node: count, path: ['targets', id, 'count'], names: [] })),
  ];
}

/** The names that a choice of plain names can come to, each with the keys that lead to it. */
export function namesOf(node: unknown, path: readonly Step[], document: PolicyDocument): { name: string; path: readonly Step[] }[] {
  if (typeof node === 'string') return [{ name: node, path }];
  if (!isChoice(node)) return [];
  const { reading, ...values } = node;
  const given = Object.entries(values);
  if (given.length === 0) return Object.keys(own(document.readings, reading)?.options ?? {}).map((name) => ({ name, path }));
  return given.flatMap(([option, value]) => namesOf(value, [...path, option], document));
}
