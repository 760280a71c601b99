import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import jinfeng from '../../rules/jinfeng-2021/policy.yaml?raw';
import remote from '../policy/sixth/policy.yaml?raw';

const post = (path: string, body: string | object, type = 'application/json', language = 'zh-CN') =>
  exports.default.fetch(`https://jintie.test/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, 'accept-language': language },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const cohorts = [
  { count: 211, facts: { remoteClass: 'first' } },
  { count: 437, facts: { remoteClass: 'second' } },
  { count: 833, facts: { remoteClass: 'third' } },
];

describe('a policy in the request', () => {
  it('budgets 1,481 people of its own classes at exactly 2,808,000.00', async () => {
    const response = await post('budgets', { policy: remote, year: 2025, cohorts });
    expect(response.status).toBe(200);
    const budget = (await response.json()) as { policy: { id: string; version: string } };
    expect(budget).toMatchObject({ policy: { id: 'remote-posts' }, headcount: 1481, total: '2808000.00', failed: 0 });
    expect(budget.policy.version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('computes one teacher, with the clause of the policy', async () => {
    const response = await post('entitlements', { policy: remote, year: 2025, teacher: { id: 'T1', remoteClass: 'second' } });
    expect(await response.json()).toMatchObject({
      personalTotal: '2400.00',
      lines: [{ allowance: 'remote-post', amount: '2400.00', clause: { item: '1' } }],
    });
  });

  it('computes a batch, and a stream whose first line brings the policy', async () => {
    const teachers = [
      { id: 'T1', remoteClass: 'first' },
      { id: 'T2', remoteClass: 'fourth' },
    ];
    const batch = await post('entitlements/batch', { policy: remote, year: 2025, teachers });
    expect(await batch.json()).toMatchObject({ results: [{ personalTotal: '3600.00' }, { status: 'error' }], summary: { failed: 1 } });
    const lines = [{ request: { policy: remote, year: 2025 } }, ...teachers].map((line) => `${JSON.stringify(line)}\n`).join('');
    const stream = await (await post('entitlements/batch', lines, 'application/x-ndjson')).text();
    expect(
      stream
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { personalTotal: '3600.00' },
      { status: 'error', errors: [{ pointer: '/remoteClass', code: 'unknown-value' }] },
      { summary: { teachers: 2, failed: 1, policy: { id: 'remote-posts' } } },
    ]);
    const budget = await post('budgets', lines, 'application/x-ndjson');
    expect(await budget.json()).toMatchObject({ headcount: 1, failed: 1, total: '3600.00' });
  });

  it('may be long, also in the first line of a stream', async () => {
    const long = `${remote}\n# ${'长'.repeat(100_000)}`;
    const lines = `${JSON.stringify({ request: { policy: long, year: 2025 } })}\n{"id":"T1","remoteClass":"first"}\n`;
    expect(await (await post('budgets', lines, 'application/x-ndjson')).json()).toMatchObject({ total: '3600.00' });
    const one = await post('entitlements', { policy: long, year: 2025, teacher: { id: 'T1', remoteClass: 'first' } });
    expect(await one.json()).toMatchObject({ personalTotal: '3600.00' });
  });

  it('may call things what every object has', async () => {
    const named = remote
      .replaceAll('remote-post:', 'constructor:')
      .replace('  remote:', '  constructor:')
      .replace('parameter: remote,', 'parameter: constructor,');
    const response = await post('budgets', { policy: named, year: 2025, cohorts, sensitivity: true });
    expect(await response.json()).toMatchObject({ total: '2808000.00' });
  });

  it('has the version of its content', async () => {
    const version = async (policy: string) => {
      const answer = await post('entitlements', { policy, year: 2025, teacher: { id: 'T1', remoteClass: 'first' } });
      return ((await answer.json()) as { policy: { version: string } }).policy.version;
    };
    const one = await version(remote);
    expect(await version(`${remote}\n# a comment changes nothing`)).toBe(one);
    expect(await version(remote.replace('"300"', '"301"'))).not.toBe(one);
  });

  it('has the version of a policy of ours that it is word for word, which rests on the pay scales of the past too', async () => {
    const named = await exports.default.fetch('https://jintie.test/api/v1/policies/jinfeng-2021');
    const { version } = (await named.json()) as { version: string };
    const teacher = { id: 'T1', post: 'established', area: 'rural' };
    const computed = await post('entitlements', { policy: jinfeng, year: 2017, teacher });
    expect(await computed.json()).toMatchObject({ policy: { id: 'jinfeng-2021', version } });
    const checked = await post('policies/check', jinfeng, 'application/yaml');
    expect(await checked.json()).toMatchObject({ ok: true, policy: { version } });
  });
});

describe('a policy in the request that is wrong', () => {
  const BAD: [title: string, body: object, errors: object[]][] = [
    ['is missing', { year: 2025, teacher: {} }, [{ pointer: '/policy', code: 'required' }]],
    ['is null', { policy: null, year: 2025 }, [{ pointer: '/policy', code: 'required' }]],
    ['is no text', { policy: { id: 'x' }, year: 2025 }, [{ pointer: '/policy', code: 'wrong-type' }]],
    ['is not YAML', { policy: 'a: [', year: 2025 }, [{ pointer: '/policy', code: 'invalid-policy' }]],
    ['is empty', { policy: '', year: 2025 }, [{ pointer: '/policy', code: 'invalid-policy' }]],
  ];

  it.each(BAD)('%s', async (_title, body, errors) => {
    for (const path of ['entitlements', 'entitlements/batch', 'budgets', 'arrears']) {
      const response = await post(path, body);
      expect(response.status, path).toBe(422);
      expect(await response.json(), path).toMatchObject({ code: 'invalid-request', errors });
    }
  });

  it('tells the line, the column and the mend, in both languages', async () => {
    const policy = remote.replace('payee: teacher', 'payee: nobody');
    const line = policy.split('\n').findIndex((one) => one.includes('payee: nobody')) + 1;
    const zh = (await (await post('budgets', { policy, year: 2025 })).json()) as { errors: { message: string }[] };
    expect(zh.errors[0]?.message).toContain(`政策文件第 ${line} 行第 12 列`);
    const en = (await (await post('budgets', { policy, year: 2025 }, 'application/json', 'en')).json()) as typeof zh;
    expect(en.errors[0]?.message).toContain(`line ${line}, column 12`);
    expect(en.errors[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('costs nothing where it is hostile', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`)
      .join('\n')}`;
    for (const policy of [bomb, '['.repeat(100_000), '{a: '.repeat(50_000), `id: ${'x'.repeat(300_000)}`]) {
      const response = await post('budgets', { policy, year: 2025 });
      expect(response.status).toBe(422);
    }
    expect((await post('budgets', { policy: remote, year: 2025, cohorts })).status).toBe(200);
  });

  const amended = (jinfeng as string)
    .replace(/^id: jinfeng-2021$/m, 'id: jinfeng-2026\nsupersedes: jinfeng-2021')
    .replace(/^issuedOn: .*$/m, 'issuedOn: 2025-12-20')
    .replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2026-07-01')
    .replace('values: {urban: "180", rural: "330"}', 'values: {urban: "200", rural: "360"}');

  it('takes effect in the middle of a year, whose earlier months follow the policy of ours that it supersedes', async () => {
    const teacher = { id: 'T1', area: 'rural', post: 'established', commute: 'near' };
    const versions = [
      { id: 'jinfeng-2021', from: '2026-01', to: '2026-06' },
      { id: 'jinfeng-2026', from: '2026-07', to: '2026-12' },
    ];
    const one = await post('entitlements', { policy: amended, year: 2026, teacher });
    // meals 330 × 6 and 360 × 4, transport 300 × 10
    expect(await one.json()).toMatchObject({
      versions,
      personalTotal: '6420.00',
      lines: [
        { allowance: 'meal', amount: '1440.00' },
        { allowance: 'transport', amount: '1200.00' },
        { allowance: 'meal', policy: 'jinfeng-2021', amount: '1980.00' },
        { allowance: 'transport', policy: 'jinfeng-2021', amount: '1800.00' },
      ],
    });
    const batch = await post('entitlements/batch', { policy: amended, year: 2026, teachers: [teacher] });
    expect(await batch.json()).toMatchObject({
      versions,
      summary: { personalTotal: '6420.00', byAllowance: { meal: '3420.00', transport: '3000.00', backbone: '0.00' } },
    });
    const budget = (await (await post('budgets', { policy: amended, year: 2026, teachers: [teacher], sensitivity: true })).json()) as {
      byAllowance: { allowance: string }[];
    };
    expect(budget).toMatchObject({ versions, headcount: 1, personalTotal: '6420.00' });
    expect(budget.byAllowance.find(({ allowance }) => allowance === 'meal')).toMatchObject({ headcount: 1, amount: '3420.00' });
    const known = { policy: 'jinfeng-2021' };
    const arrears = await post('arrears', { policy: amended, year: 2026, teachers: [teacher], known });
    expect(await arrears.json()).toMatchObject({ versions, summary: { paid: '6300.00', due: '6420.00', difference: '120.00' } });
  });
});
