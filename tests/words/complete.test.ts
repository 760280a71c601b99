import { expect, it } from 'vitest';
import type { AMOUNT_RULES } from '../../src/web/features/rule-words/amount-words.tsx';
import type {} from '../../src/web/platform/i18n/i18next.d.ts';
import { AMOUNT_WORDS, type AmountKey } from '../../src/words/amounts/amount-words.ts';
import { CONDITION_WORDS } from '../../src/words/conditions/condition-words.ts';
import { DERIVATION_WORDS } from '../../src/words/derivations/derivation-words.ts';
import type { Forms } from '../../src/words/grammar/slots.ts';
import { lackingOf, type Places, wordPlaces } from './complete.ts';
import { topUp } from './top-up.ts';

const words = [...AMOUNT_WORDS, ...CONDITION_WORDS, ...DERIVATION_WORDS];
const places = wordPlaces();

it('every word has all that a word needs', () => {
  expect(lackingOf(words, places)).toEqual([]);
});

it('of a word that has only its file, everything else is named', () => {
  expect(lackingOf([topUp], places)).toEqual(Object.keys(places).map((place) => `topUp has not ${place}`));
});

it.each(Object.keys(places))('a word that has not %s is named', (place) => {
  for (const { key } of words) {
    const forgotten: Places = { ...places, [place]: new Set([...(places[place] ?? [])].filter((one) => one !== key)) };
    expect(lackingOf(words, forgotten)).toEqual([`${key} has not ${place}`]);
  }
});

it('no slot is called like a word, by which an amount would be told', () => {
  const keys: string[] = words.map(({ key }) => key);
  const slots = words.flatMap((word) => {
    const forms: Forms = 'forms' in word ? word.forms : {};
    return [word.slots, ...Object.values(forms)].flatMap((shape) => Object.keys(shape).map((slot) => [word.key, slot] as const));
  });
  expect(slots.filter(([key, slot]) => slot !== key && keys.includes(slot))).toEqual([]);
});

it('a word without a sentence on the page does not compile', () => {
  type Rules = typeof AMOUNT_RULES;
  /** The words whose rule may be left out of the table. */
  type Forgettable = { [K in AmountKey]: Omit<Rules, K> extends Rules ? K : never }[AmountKey];
  const none: [Forgettable] extends [never] ? true : Forgettable = true;
  expect(none).toBe(true);
});
