import { expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { checkAnswer, checkNext, requestOf } from '../edge/bad-input.check.ts';
import { BAD_CASES } from '../edge/bad-input.table.ts';

const app = createApp();
const send = async (request: Request): Promise<Response> => app.fetch(request);
test.each(BAD_CASES.map((one) => [one.name, one] as const))('%s', async (_, one) => {
  for (const language of ['zh-CN', 'en'] as const) {
    await checkAnswer(one, await send(requestOf(one, language)), language);
    await checkNext(send);
  }
});
test('n', () => {
  console.log(
    BAD_CASES.length,
    BAD_CASES.map((c) => c.name).filter((n, i, a) => a.indexOf(n) !== i),
  );
  expect(1).toBe(1);
});
