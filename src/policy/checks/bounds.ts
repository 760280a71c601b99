import { READERS } from '../../words/grammar/unit.ts';
import { isOutside } from '../document/bounds.ts';
import { textsIn } from '../document/schema.ts';
import type { Check } from './check.ts';

/** A floor is not above its ceiling, and what a policy gives as a figure lies between them. */
export const checkBounds: Check = ({ document, report }) => {
  for (const [key, { unit, value, values, suggestion, atLeast = null, atMost = null }] of Object.entries(document.parameters)) {
    const at = ['parameters', key];
    const bounds = { atLeast, atMost };
    if (atLeast !== null && atMost !== null && isReversed(READERS[unit](atLeast), READERS[unit](atMost))) {
      report([...at, 'atMost'], 'range-reversed', { atLeast, atMost });
      continue;
    }
    const given = [
      ...textsIn(value ?? null, ['value']),
      ...textsIn(values ?? null, ['values']),
      ...textsIn(suggestion?.value ?? null, ['suggestion', 'value']),
    ];
    for (const { text, path } of given)
      if (isOutside({ unit, bounds }, text))
        report([...at, ...path], 'outside-range', { value: text, atLeast: atLeast ?? '', atMost: atMost ?? '' });
  }
  for (const [index, { range }] of document.noted.entries()) {
    const { atLeast, atMost } = range ?? {};
    if (atLeast !== undefined && atMost !== undefined && isReversed(Number(atLeast), Number(atMost)))
      report(['noted', index, 'range', 'atMost'], 'range-reversed', { atLeast, atMost });
  }
};

function isReversed(least: number | null, most: number | null): boolean {
  return least !== null && most !== null && least > most;
}
