/** What a word needs beside its file, and whether each word has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { visitPolicy } from '../../src/policy/document/stands.ts';
import { DERIVATION_WORDS } from '../../src/words/derivations/derivation-words.ts';
import { conditionWordOf } from '../../src/words/stands.ts';
import { AMOUNT_TWINS } from '../reference/word-amounts.ts';
import { CONDITION_TWINS } from '../reference/word-conditions.ts';
import { DERIVATION_TWINS } from '../reference/word-derivations.ts';
import { documentArbitrary } from './random-policy.ts';
import { documentOf, type WordFile } from './word-file.ts';

/** Where every word has to be, with the words that are there. */
export type Places = Readonly<Record<string, ReadonlySet<string>>>;

const caseFiles = import.meta.glob<WordFile>('./*.yaml', { eager: true, import: 'default' });
const allWords = readFileSync(join(import.meta.dirname, '../browser/fixtures/all-words.yaml'), 'utf8');

/** The places of every word, as they are. */
export function wordPlaces(): Places {
  const random = fc.sample(documentArbitrary(2025), { numRuns: 200, seed: 1 });
  return {
    'an example in tests/words/*.yaml': wordsIn(Object.values(caseFiles).map(documentOf)),
    'a twin in tests/reference/word-*.ts': new Set(
      [AMOUNT_TWINS, CONDITION_TWINS, DERIVATION_TWINS].flatMap((twins) => Object.keys(twins)),
    ),
    'a place in tests/words/random-policy.ts': wordsIn(random.map((document) => policySchema.parse(document))),
    'a place in tests/browser/fixtures/all-words.yaml': wordsIn([policySchema.parse(parse(allWords))]),
  };
}

/** The words that some policies are made of. */
function wordsIn(documents: readonly PolicyDocument[]): Set<string> {
  const keys = new Set<string>();
  for (const document of documents) {
    visitPolicy(document, {
      amount: ({ word }) => keys.add(word.key),
      condition({ node }) {
        const word = conditionWordOf(node);
        if (word) keys.add(word.key);
      },
    });
    for (const node of Object.values(document.derive)) for (const { key } of DERIVATION_WORDS) if (Object.hasOwn(node, key)) keys.add(key);
  }
  return keys;
}

/** What words lack, each with its name. */
export function lackingOf(words: readonly { readonly key: string }[], places: Places): string[] {
  return words.flatMap(({ key }) => Object.entries(places).flatMap(([place, keys]) => (keys.has(key) ? [] : [`${key} has not ${place}`])));
}
