import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { checkAnswer, checkNext, requestOf, TAGS, type Tag } from './bad-input.check.ts';
import { BAD_CASES } from './bad-input.table.ts';
import { IS_DEEP, IS_OVER_SOCKETS } from './is-deep.ts';

const send = (request: Request): Promise<Response> => exports.default.fetch(request);

test('the table is broad and names every case once', () => {
  expect(BAD_CASES.length).toBeGreaterThan(130);
  expect(new Set(BAD_CASES.map(({ name }) => name)).size).toBe(BAD_CASES.length);
});

/** One language each, by turns: tests/http has every case in both, and so has the deep run. */
const languagesOf = (index: number) => (IS_DEEP ? TAGS : [TAGS[index % TAGS.length] as Tag]);
/** What is wrong is found by the same code: over sockets every third case shows that it gets there. */
const cases = IS_OVER_SOCKETS && !IS_DEEP ? BAD_CASES.filter((_, index) => index % 3 === 0) : BAD_CASES;

test.each(cases.map((one, index) => [one.name, one, index] as const))('%s', async (_, one, index) => {
  for (const language of languagesOf(index)) await checkAnswer(one, await send(requestOf(one, language)), language);
  await checkNext(send);
});
