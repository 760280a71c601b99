import { exports } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import jinfeng from '../../rules/jinfeng-2021/policy.yaml?raw';
import text from '../../rules/jinfeng-2021/source.txt?raw';
import small from '../policy/fixtures/good.yaml?raw';

/** The first answer comes from a worker that has just started. */
vi.setConfig({ testTimeout: 30_000 });

const PATH = '/api/v1/policies/check';
const SOURCE = '移民地区 教师按10%上浮。城市180元、农村330元，2023年起350元，每年按10个月计。博士8万元。每年150万。到2025年培养100名。';

type Told = { line: number; column: number; path: string; code: string; message: string };

interface Answer {
  ok: boolean;
  policy?: { id: string; version: string; title: string };
  faults: Told[];
  warnings: Told[];
}

const send = (body: BodyInit, type = 'application/yaml', headers: Record<string, string> = {}) =>
  exports.default.fetch(`https://jintie.test${PATH}`, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
async function check(body: string, type?: string, headers?: Record<string, string>): Promise<Answer> {
  const response = await send(body, type, headers);
  expect(response.status).toBe(200);
  return response.json<Answer>();
}
const asJson = (text: unknown, more: object = {}) => JSON.stringify({ text, ...more });

describe('the check of a policy file', () => {
  it('passes a good one, with the version that the build gives it', async () => {
    const { policies } = await (await exports.default.fetch('https://jintie.test/api/v1/policies')).json<{
      policies: Answer['policy'][];
    }>();
    const bundled = policies.find((one) => one?.id === 'jinfeng-2021');
    const { id, version, title } = bundled as NonNullable<Answer['policy']>;
    const good = { ok: true, policy: { id, version, title }, faults: [] };
    const midMonth = expect.objectContaining({ code: 'mid-month' });
    for (const type of ['application/yaml', 'text/yaml; charset=utf-8']) {
      expect(await check(jinfeng, type)).toEqual({ ...good, warnings: [midMonth, expect.objectContaining({ code: 'no-source' })] });
    }
    expect(await check(asJson(jinfeng, { source: text }), 'application/json')).toEqual({ ...good, warnings: [midMonth] });
  });

  it('passes one with warnings, each with its place and a sentence in the language of the caller', async () => {
    const early = small.replace('effectiveFrom: 2021-09-01', 'effectiveFrom: 2021-07-01');
    const zh = await check(early);
    expect(zh).toMatchObject({ ok: true, policy: { id: 'small' }, faults: [] });
    expect(zh.warnings.map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`)).toEqual([
      '7:16 effectiveFrom retroactive',
      '9:16 source.file no-source',
    ]);
    expect(zh.warnings.map(({ message }) => message)).toEqual([
      '文件印发于 2021-08-20，而从 2021-07-01 起执行：请核对两处日期；无误的，印发前的各月须作补发。',
      '没有附上文件原文（source.txt），11 处引文没有核对：请附上原文，再检查一次。',
    ]);
    const en = await check(early, 'application/yaml', { 'accept-language': 'en' });
    expect(en.warnings[1]?.message).toBe(
      'The text of the document (source.txt) was not given, so 11 quotations were not looked up: give it, and check again.',
    );
  });

  it('tells faults with their places, in the language of the caller', async () => {
    const bad = small.replace('values: {urban: "180", rural', 'values: {urban: "180", rurall');
    const line = bad.split('\n').findIndex((one) => one.includes('rurall')) + 1;
    const zh = await check(bad);
    expect(zh).toMatchObject({ ok: false, faults: [{ line, path: 'parameters.meal.values.rurall', code: 'no-value' }] });
    expect(zh).not.toHaveProperty('policy');
    expect(zh.faults[0]?.message).toMatch(/不是事实「area」的取值/);
    const en = await check(bad, 'application/yaml', { 'accept-language': 'en' });
    expect(en.faults[0]?.message).toMatch(/rurall is not a value of area; one of: urban, rural/);
  });

  it('names a teacher for a gap', async () => {
    const bad = small.replace('amounts: {masters: nothing, doctorate', 'amounts: {doctorate');
    const { faults } = await check(bad);
    expect(faults.map(({ code }) => code)).toEqual(['no-branch']);
    expect(faults[0]?.message).toContain('（学历=硕士）');
  });

  it('looks quotes up where it is given the document', async () => {
    expect(await check(asJson(small, { source: SOURCE }), 'application/json')).toMatchObject({ ok: true, policy: { id: 'small' } });
    const { faults } = await check(asJson(small, { source: SOURCE.replace('培养100名', '培养99名') }), 'application/json');
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['targets.masters.clause.quote quote-not-found']);
  });

  it.each([
    ['nothing', '', 'wrong-type'],
    ['words', 'just words', 'wrong-type'],
    ['half a mapping', '{', 'yaml-syntax'],
    ['a million brackets', '['.repeat(500_000), 'too-deep'],
    ['nested marks', '? '.repeat(200_000), 'too-deep'],
    ['a line that is indented more and more', Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 'too-deep'],
    ['stray brackets', '}'.repeat(500_000), 'yaml-syntax'],
    [
      'aliases without end',
      `a: &a [x, x]\n${[...'bcdefghijk'].map((name, at) => `${name}: &${name} [${`*${'abcdefghij'[at]}, `.repeat(9)}]`).join('\n')}`,
      'too-many',
    ],
  ])('answers %s with a fault', async (_title, text, code) => {
    for (const answer of [await check(text), await check(asJson(text), 'application/json')]) {
      expect(answer.ok).toBe(false);
      expect(answer.faults[0]?.code).toBe(code);
      for (const { line, column } of answer.faults) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    }
  });

  it('answers what is not UTF-8 with a fault', async () => {
    const answer = await (await send(new Uint8Array([0x69, 0xff, 0xfe]))).json<Answer>();
    expect(answer).toMatchObject({ ok: false, faults: [{ line: 1, column: 1, code: 'not-utf-8' }] });
  });
});

describe('a bad request for a check', () => {
  it.each([
    ['a file that is too large', `#${' '.repeat(3 * 512 * 1024)}`, 'application/yaml', 413, []],
    ['a body that is too large', asJson('x'.repeat(4 * 1024 * 1024)), 'application/json', 413, []],
    ['a text that is too large', asJson('x'.repeat(512 * 1024 + 1)), 'application/json', 422, ['/text too-long']],
    ['no text', '{}', 'application/json', 422, ['/text required']],
    ['a text that is none', asJson(7), 'application/json', 422, ['/text wrong-type']],
    ['a source that is none', asJson(small, { source: 7 }), 'application/json', 422, ['/source wrong-type']],
    ['another key', asJson(small, { file: 'x' }), 'application/json', 422, ['/file unknown-field']],
    ['a list', '[]', 'application/json', 422, [' wrong-type']],
    ['no JSON', '{', 'application/json', 400, []],
    ['another type', small, 'text/plain', 415, []],
  ] as const)('%s is a problem', async (_title, body, type, status, faults) => {
    const response = await send(body, type);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const { errors = [] } = await response.json<{ errors?: { pointer: string; code: string }[] }>();
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
  });

  it('another method is not allowed', async () => {
    const response = await exports.default.fetch(`https://jintie.test${PATH}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
