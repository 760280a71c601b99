import { describe, expect, it } from 'vitest';
import { Comparison, type WireEntry, type WireSummary } from '../../bench/http/agreement.ts';
import { heaviestOf } from '../../bench/http/heaviest.ts';
import { LineSplitter } from '../../bench/http/line-splitter.ts';
import { type Expected, linesOf, peopleOf } from '../../bench/http/people.ts';
import type { BatchRun, HttpResults, StreamRun } from '../../bench/http/results.ts';
import { httpSection } from '../../bench/http/section.ts';
import { ALLOWANCES, MISSING } from '../../bench/limit/limit-rows.mjs';

const TEACHERS = 300;
const { people, expected } = peopleOf(TEACHERS);

const inYuan = (fen = 0) => (fen / 100).toFixed(2);

/** An answer that says what is expected. */
function answerOf({ ids, rows }: Expected): { results: WireEntry[]; summary: WireSummary } {
  const results = ids.map((teacherId, index): WireEntry => {
    const lines = ALLOWANCES.map((allowance, at) => ({ allowance, amount: inYuan(rows.amounts[index * ALLOWANCES.length + at]) }));
    const missing = MISSING.filter((_, bit) => ((rows.missing[index] ?? 0) >> bit) & 1).map(([allowance, lack]) => ({
      allowance,
      fact: lack,
    }));
    const [personalTotal, institutionTotal] = [inYuan(rows.personal[index]), inYuan(rows.institution[index])];
    return { index, teacherId, personalTotal, institutionTotal, lines: lines.filter(({ amount }) => amount !== '0.00'), missing };
  });
  const sum = (all: Float64Array) => inYuan(all.reduce((one, other) => one + other, 0));
  const byAllowance = Object.fromEntries(ALLOWANCES.map((id, at) => [id, inYuan(rows.totals[at])]));
  const summary = {
    teachers: ids.length,
    failed: 0,
    personalTotal: sum(rows.personal),
    institutionTotal: sum(rows.institution),
    byAllowance,
  };
  return { results, summary };
}

function compare(results: readonly WireEntry[], summary: WireSummary) {
  const comparison = new Comparison(expected);
  for (const entry of results) comparison.add(entry);
  comparison.close(summary);
  return comparison.result();
}

describe('the comparison of answers', () => {
  const { results, summary } = answerOf(expected);
  const [first, second, ...rest] = results as [WireEntry, WireEntry, ...WireEntry[]];
  const equal = { teachers: TEACHERS, otherAmount: 0, otherMissing: 0, otherTotals: 0 };

  it('finds nothing where they are equal', () => {
    expect(compare(results, summary)).toEqual(equal);
  });

  it('finds another sum, another amount, another order, and whoever is left out', () => {
    expect(compare([{ ...first, personalTotal: '0.01' }, second, ...rest], summary)).toEqual({ ...equal, otherAmount: 1 });
    const [line, ...lines] = first.lines as [{ allowance: string; amount: string }];
    expect(compare([{ ...first, lines: [{ ...line, amount: '0.01' }, ...lines] }, second, ...rest], summary).otherAmount).toBe(1);
    expect(compare([first, { ...second, index: 0 }, ...rest], summary)).toEqual({ ...equal, otherAmount: 1 });
    expect(compare([{ ...first, teacherId: second.teacherId as string }, second, ...rest], summary)).toEqual({ ...equal, otherAmount: 1 });
    expect(compare(results.slice(0, -1), summary)).toEqual({ ...equal, otherAmount: 1 });
  });

  it('finds what else is missing, and totals that differ', () => {
    const missing = [...(first.missing ?? []), { allowance: 'meal', fact: 'area' }];
    expect(compare([{ ...first, missing }, second, ...rest], summary)).toEqual({ ...equal, otherMissing: 1 });
    expect(compare(results, { ...summary, personalTotal: '0.01', failed: 1 })).toEqual({ ...equal, otherTotals: 2 });
    expect(compare(results, { ...summary, byAllowance: { ...summary.byAllowance, meal: '0.01' } })).toEqual({ ...equal, otherTotals: 1 });
  });
});

it('lines cut into pieces are the same lines again', () => {
  const pieces = linesOf(people);
  expect(pieces.length).toBeGreaterThan(1);
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  expect(lines.map((line) => JSON.parse(line))).toEqual(people);
  splitter.push(Buffer.from('{"summary"'));
  expect(() => splitter.end()).toThrow('the last line is cut');
});

it('the heaviest functions are told by their own time, without idleness', () => {
  const node = (id: number, functionName: string, lineNumber: number) => ({ id, callFrame: { functionName, url: '', lineNumber } });
  const nodes = [node(1, '(idle)', -1), node(2, 'lint', 9), node(3, '', 19)];
  const lines = heaviestOf({ nodes, samples: [2, 3, 1, 2], timeDeltas: [0, 1_000, 3_000, 90_000] }, 5);
  expect(lines.map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual(['75.0 % 3 ms (anonymous):20', '25.0 % 1 ms lint:10']);
});

const MACHINE = { measuredAt: '2026-01-02T03:04:05.678Z', cores: 2, cpu: 'Example', memoryBytes: 8 * 2 ** 30, node: 'v24.0.0', load: 0.5 };

function run(teachers: number, ours: number, limit: number): BatchRun {
  const times = (ms: number) => ({ clock: [ms * 2], core: [ms] });
  const agreement = { teachers, otherAmount: 0, otherMissing: 0, otherTotals: 0 };
  return { agreement, requestBytes: 4_000, answerBytes: { ours: 8_000, limit: 8_080 }, times: { ours: times(ours), limit: times(limit) } };
}

function streamRun(ours: number, limit: number, mostBytes: number): StreamRun {
  const memory = { freshBytes: 50e6, warmBytes: 90e6, mostBytes };
  return { ...run(100_000, ours, limit), memory: { ours: memory, limit: { ...memory, mostBytes: 120e6 } } };
}

const RESULTS: HttpResults = {
  machine: MACHINE,
  runtime: '1.2.3',
  batch: [run(10_000, 150, 100), run(10_000, 170, 100), run(10_000, 250, 100)],
  streams: [{ teachers: 100_000, runs: [streamRun(200, 100, 160e6)] }],
  one: [{ ...run(40, 60, 50), block: 40, least: { clock: [105], core: [55] } }],
};

describe('the section of the API', () => {
  it('tells whether what was asked is met, or that it is not', () => {
    const section = httpSection(RESULTS);
    expect(section).toContain('workerd 1.2.3; load average at the start 0.50.');
    expect(section).toContain('| at most 1.8 | 1.70 (1.50–2.50) times its time (by the clock 1.70 (1.50–2.50)) | yes |');
    expect(section).toContain('| at least 0.6 | 0.50 of its rate (by the clock 0.50) | **no** |');
    expect(section).toContain(`| a fresh process | at most 100 | 110 MB (the yardstick's: 70) | **no** |`);
    expect(section).toContain(`| a process at work | at most 100 | 70 MB (the yardstick's: 30) | yes |`);
    expect(section).toContain('| one teacher, by the clock | Hono that sends the JSON back | at most 1.2 | 1.20 times its median | yes |');
    expect(section).toContain('| one teacher | 100 | 200 | 1.50 ms | 1.25 ms | 3.00 ms | 2.50 ms |');
    expect(section).toMatch(/took 1\.10 times\s+the echo's time on a core, 1\.05 by the clock/);
    expect(section).toContain('| 100,000 | 50 MB | 90 MB | 160 MB | 50 MB | 90 MB | 120 MB |');
    expect(section).toContain('its bytes differ by 1.0 % at most');
    expect(section).toContain('In every process every answer was compared');
  });

  it('hides no difference', () => {
    const apart = { teachers: 40, otherAmount: 3, otherMissing: 2, otherTotals: 1 };
    const section = httpSection({ ...RESULTS, one: RESULTS.one.map((one) => ({ ...one, agreement: apart })) });
    expect(section).toContain('Not equal: the API: of 40 teachers 3 come to another sum, of 2 something else is missing; 1 totals differ.');
    expect(section).not.toContain('In every process every answer was compared');
  });
});
