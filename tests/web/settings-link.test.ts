import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { usageOf } from '../../src/policy/document/usage.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readScaleSheet } from '../../src/roster/tables/scale-sheet.ts';
import { fitSettings } from '../../src/web/compute/worker/fit-settings.ts';
import { settingsFromShared, settingsToShare } from '../../src/web/features/budget/sharing.ts';
import { type BudgetState, emptyBudget, requestOf } from '../../src/web/features/budget/state.ts';
import { readFragment, writeFragment } from '../../src/web/pages/budget/sharing/settings-link.ts';
import { catalogueOf } from '../../src/web/policy/catalogue.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const { document, version } = policy;
const catalogue = catalogueOf({ document, version, key: document.id, file: null, warnings: [], usage: usageOf(document, dictionary) });

const runs = randomRuns(750, 30_000);

const LIST_COMMA = '\u3001';
const fragmentOf = (settings: unknown) => `settings=1.${deflateRawSync(Buffer.from(JSON.stringify(settings))).toString('base64url')}`;
const read = (fragment: string) =>
  JSON.parse(inflateRawSync(Buffer.from(fragment.replace('settings=1.', ''), 'base64url')).toString('utf8'));

/** The settings of the request that a budget amounts to. */
function settingsOf(state: BudgetState): Record<string, unknown> {
  const { year, readings, parameters, places, scenarios, budgetCodes, payScales, projection } = requestOf(state, catalogue);
  return { year, readings, parameters, places, scenarios, budgetCodes, payScales, projection };
}

/** Opens a fragment as the page does; `null` where it says that it cannot. */
async function opened(fragment: string, before = emptyBudget(2025)): Promise<BudgetState | null> {
  const found = readFragment(fragment);
  if (typeof found === 'string') return null;
  const fitted = fitSettings(policy, found);
  return fitted && { ...before, ...settingsFromShared(fitted.settings, before, LIST_COMMA) };
}

async function linkOf(state: BudgetState, names = false): Promise<string> {
  const fitted = fitSettings(policy, settingsToShare(state, catalogue, names));
  if (fitted === null) throw new Error('nothing can be shared');
  return writeFragment(fitted.settings);
}

/** The 500 backbone teachers of the targets, of two kinds. */
const SPLIT = {
  of: 500,
  rows: {
    '{"area":"rural","backboneLevel":"district"}': '400',
    '{"area":"urban","backboneLevel":"national"}': '100',
  },
  fromPeople: false,
};
const full: BudgetState = {
  ...emptyBudget(2026),
  readings: { 'backbone-and-master': 'larger' },
  figures: { 'meal/rural': [{ from: '2026-07', value: '360' }], 'meal/urban': '\uff12\uff10\uff10', 'studio/host-share': '33.5' },
  places: {
    resettlement: [
      { town: '良田镇', villages: '' },
      { town: '丰登镇', villages: `润丰村${LIST_COMMA}和丰村` },
    ],
  },
  scenarios: [
    {
      key: 7,
      title: '骨干 500',
      readings: {},
      figures: { 'meal/rural': '400' },
      places: { resettlement: [] },
      targets: { backbone: SPLIT },
    },
    { key: 9, title: '', readings: { 'talent-both': 'sum' }, figures: {}, places: {} },
  ],
  scales: [{ key: 4, from: '2026-01', to: '', text: '1\t80\n2\t91.5', sheet: readScaleSheet('1\t80\n2\t91.5') }],
  codes: { allowances: { meal: '30199' }, exceptions: {}, functional: { primary: '2050202' } },
  outlook: { headcount: '-1.5', byStage: { primary: '2' }, rate: '', byParameter: { meal: '3' } },
};

describe('a link to settings', () => {
  it('brings back every setting, and leaves the groups and the inputs of checks that are there', async () => {
    const before: BudgetState = { ...emptyBudget(2031), cohorts: [{ key: 1, count: '3', facts: { area: 'rural' } }], checks: { x: {} } };
    const there = await opened(await linkOf(full, true), before);
    const wanted = settingsOf(full);
    const keyed = (list: unknown) => (list as Record<string, unknown>[]).map(({ id: _, ...rest }) => rest);
    expect(settingsOf(there as BudgetState)).toEqual({
      ...wanted,
      scenarios: expect.anything(),
      payScales: expect.anything(),
    });
    expect(keyed(settingsOf(there as BudgetState).scenarios)).toEqual(keyed(wanted.scenarios));
    expect(keyed(settingsOf(there as BudgetState).payScales)).toEqual(keyed(wanted.payScales));
    expect(there?.scenarios.map(({ title }) => title)).toEqual(['骨干 500', '']);
    expect([there?.cohorts, there?.checks]).toEqual([before.cohorts, before.checks]);
    // The very same link again.
    expect(await linkOf(there as BudgetState, true)).toBe(await linkOf(full, true));
  });

  it('carries nothing that was typed into a field that it does not belong in, nobody of the groups, no name of a file', async () => {
    const secret = '金凤区第九小学的张三JF00001';
    const noted = readScaleSheet(`${secret}\t3000\n1\t${secret}\n2\t90`);
    const leaks: Partial<BudgetState>[] = [
      { cohorts: [{ key: 1, count: secret, facts: { school: secret, name: secret } }] },
      { roster: { name: secret, unmapped: [secret] } as unknown as BudgetState['roster'] },
      { checks: { 'pay-parity': { teacherAverage: secret } } },
      { readings: { [secret]: secret, 'talent-both': secret } },
      {
        figures: {
          'meal/rural': secret,
          [secret]: '1',
          'meal/urban': [
            { from: secret, value: '2' },
            { from: '2025-03', value: secret },
          ],
        },
      },
      { places: { [secret]: [] } },
      { scales: [{ key: 1, from: secret, to: secret, text: secret, sheet: noted }] },
      { scales: [{ key: 1, from: '2025-01', to: '', text: secret, sheet: noted }] },
      { codes: { allowances: { meal: secret, [secret]: '30106' }, exceptions: { [secret]: secret }, functional: { primary: secret } } },
      { outlook: { headcount: secret, byStage: { [secret]: '1', primary: secret }, rate: secret, byParameter: { [secret]: '1' } } },
      {
        scenarios: [
          {
            key: 1,
            title: secret,
            readings: { [secret]: 'x' },
            figures: { 'meal/rural': secret },
            places: { [secret]: [] },
            targets: {
              [secret]: 'present',
              backbone: { ...SPLIT, of: 500, rows: { ...SPLIT.rows, [JSON.stringify({ school: secret })]: '0' } },
              masters: { of: 100, rows: { [JSON.stringify({ school: secret })]: '100' }, fromPeople: false },
            },
          },
        ],
      },
    ];
    for (const leak of leaks) {
      const carried = JSON.stringify(read(await linkOf({ ...full, ...leak })));
      expect(carried).not.toContain(secret);
      expect(carried).not.toMatch(/张三|JF00001|第九小学/);
    }
    // A year that is none is no link at all.
    expect(fitSettings(policy, settingsToShare({ ...full, year: secret }, catalogue, false))).toBeNull();
  });

  it('tells not how many people of today are of which kind', async () => {
    const [scenario] = full.scenarios;
    if (!scenario) throw new Error('there is one');
    const fromPeople = { ...scenario, targets: { backbone: { ...SPLIT, fromPeople: true } } };
    const carried = read(await linkOf({ ...full, scenarios: [fromPeople] }));
    expect(carried.scenarios).toMatchObject([{ targets: { backbone: 'present' } }]);
  });

  it('names what these rules do not have, and takes the rest', async () => {
    const shared = {
      policy: { id: document.id, version: 'another' },
      year: 2025,
      readings: { 'no-such': 'x', 'talent-both': 'sum', 'talent-amounts': 'no-such' },
      parameters: { 'no/such': '1', 'meal/rural': 'much', 'meal/urban': '200' },
      places: { nowhere: [], resettlement: [{ town: '良田镇' }, { town: '良田镇' }] },
      scenarios: [{ parameters: { 'a/b~c': '1' } }, { targets: { backbone: [{ count: 3, facts: {} }], masters: 'present' } }],
      payScales: [{ from: '2025-01', to: null, steps: { '1': '90', '2': '80' } }],
      budgetCodes: { allowances: { meal: 'x' } },
      projection: { rateGrowth: '1000', headcountGrowth: '1', headcountGrowthByStage: { nobody: '1' } },
    };
    const found = readFragment(fragmentOf(shared));
    if (typeof found === 'string') throw new Error(found);
    const fitted = fitSettings(policy, found);
    expect(fitted?.left.toSorted()).toEqual(
      [
        '/readings/no-such',
        '/readings/talent-amounts',
        '/parameters/no~1such',
        '/parameters/meal~1rural',
        '/places/nowhere',
        '/places/resettlement',
        '/scenarios/0/parameters/a~1b~0c',
        '/scenarios/1/targets/backbone',
        '/payScales',
        '/budgetCodes/allowances/meal',
        '/projection/rateGrowth',
        '/projection/headcountGrowthByStage/nobody',
      ].toSorted(),
    );
    expect(fitted?.settings).toMatchObject({
      readings: { 'talent-both': 'sum' },
      parameters: { 'meal/urban': '200' },
      scenarios: [{}, { targets: { masters: 'present' } }],
      projection: { headcountGrowth: '1' },
    });
  });

  it('leaves out the years to come where there are none, and all pay scales where one is wrong', () => {
    const shared = settingsToShare({ ...full, year: '2099' }, catalogue, false);
    const wrong = { ...shared, payScales: [...(shared.payScales ?? []), { from: '2098-12', to: null, steps: { '1': '70' } }] };
    const fitted = fitSettings(policy, wrong);
    expect(fitted?.left.toSorted()).toEqual(['/payScales', '/projection']);
    const { payScales: _, projection: __, ...rest } = shared;
    expect(fitted?.settings).toEqual(rest);
  });

  it('says of a later program that it is one, and of anything else that it cannot be read', async () => {
    const good = await linkOf(full);
    expect(readFragment(good.replace('=1.', '=2.'))).toBe('later');
    const settings = read(good);
    // What stands behind them takes nothing away from them.
    expect(readFragment(`${good}AAAA`)).toEqual(readFragment(good));
    const broken = [
      'settings=',
      'settings=1.',
      'settings=1.!!!',
      good.slice(0, -9),
      fragmentOf({ ...settings, teachers: [] }),
      fragmentOf({ ...settings, cohorts: [] }),
      fragmentOf({ ...settings, year: '2025' }),
      fragmentOf({ ...settings, policy: undefined }),
      fragmentOf(null),
      // A few bytes that unpack to very many.
      fragmentOf('x'.repeat(3_000_000)),
      `settings=1.${deflateRawSync(Buffer.from('['.repeat(900_000))).toString('base64url')}`,
      `settings=1.${'A'.repeat(200_000)}`,
    ];
    for (const fragment of broken) expect([fragment.slice(0, 40), readFragment(fragment)]).toEqual([fragment.slice(0, 40), 'broken']);
  });
});

describe('a link that somebody tampered with', () => {
  /** Whatever comes of it can be computed, or there is a plain refusal. */
  const expectHarmless = async (fragment: string): Promise<void> => {
    const state = await opened(fragment);
    if (state === null) return;
    const { issues } = readBudgetRequest(policy, requestOf(state, catalogue), { line: true });
    expect(issues).toEqual([]);
  };

  it('never fails, whichever characters it has', async () => {
    const good = await linkOf(full, true);
    const spoiled = fc
      .tuple(fc.nat(good.length), fc.nat(6), fc.string({ unit: 'binary', maxLength: 6 }))
      .map(([at, gone, put]) => good.slice(0, at) + put + good.slice(at + gone));
    await fc.assert(fc.asyncProperty(spoiled, expectHarmless), { numRuns: runs });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), (text) => expectHarmless(`settings=1.${text}`)),
      { numRuns: runs / 3 },
    );
  });

  it('never yields a setting that the API would not take, whatever is packed in it', async () => {
    const good = read(await linkOf(full, true));
    const places = pathsOf(good);
    const word = fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'meal/rural',
      'resettlement',
      'backbone',
      'present',
      '2025-13',
      '',
    );
    const value = fc.oneof(
      fc.jsonValue(),
      word,
      fc.integer(),
      fc.constant([]),
      fc.constant({}),
      fc.constantFrom('1e3', '-1', '99999999999999'),
    );
    const change = fc.record({ path: fc.constantFrom(...places), key: fc.option(fc.oneof(word, fc.string()), { nil: null }), value });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const settings = structuredClone(good);
        for (const { path, key, value: put } of changes) spoil(settings, path, key, structuredClone(put));
        const fragment = fragmentOf(settings);
        await expectHarmless(fragment);
        if ((await opened(fragment)) !== null) taken++;
      }),
      { numRuns: runs },
    );
    // Not all were refused outright.
    if (!AMONG_FEW) expect(taken).toBeGreaterThan(50);
  });
});

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** Puts something else at a place, or another key beside it. */
function spoil(settings: Record<string, unknown>, path: Path, key: string | null, value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, step) => Object(at)[step], settings);
  if (typeof parent !== 'object' || parent === null) return;
  const name = (Array.isArray(parent) ? null : key) ?? path.at(-1) ?? '';
  Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
}
