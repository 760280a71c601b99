import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { checkAnswer, checkNext, requestOf, TAGS } from './bad-input.check.ts';
import { BAD_CASES } from './bad-input.table.ts';

const send = (request: Request): Promise<Response> => exports.default.fetch(request);

test('the table is broad and names every case once', () => {
  expect(BAD_CASES.length).toBeGreaterThan(130);
  expect(new Set(BAD_CASES.map(({ name }) => name)).size).toBe(BAD_CASES.length);
});

test.each(BAD_CASES.map((one) => [one.name, one] as const))('%s', async (_, one) => {
  for (const language of TAGS) await checkAnswer(one, await send(requestOf(one, language)), language);
  await checkNext(send);
});
