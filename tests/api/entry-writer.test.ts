import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { population, YEAR } from '../../bench/limit/population.mjs';
import { BatchWriter } from '../../src/api/writing/batch-writer.ts';
import { EntryWriter } from '../../src/api/writing/entry-writer.ts';
import { JsonBytes, piece } from '../../src/api/writing/json-bytes.ts';
import { Batch } from '../../src/contract/batch/batch.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import type { RunSettings } from '../../src/engine/plan.ts';
import { formatFen } from '../../src/money/fen.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import { parametersArbitrary, placesArbitrary, readingsArbitrary, teachersArbitrary } from '../reference/arbitraries.ts';
import { plainOrderArbitrary } from '../words/plain-policy.ts';

const runs = randomRuns(400, 50_000);
const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const decoder = new TextDecoder();
const odd = [7, null, {}, { id: 'X', area: 'x' }];

/** How many entries were written by tables, all of which are those of a batch, as are its sums; `null` where the plan has more to it. */
function written(policy: Policy, settings: RunSettings, records: readonly unknown[]): number | null {
  const batch = new Batch(policy, settings, WORDINGS.zh, { months: false });
  const explained = new Batch(policy, settings, WORDINGS.zh, { months: false });
  const writer = EntryWriter.of(batch.plan);
  const json = new JsonBytes();
  if (writer === null) return null;
  let count = 0;
  for (const record of records) {
    writer.read(record);
    const isWritten = writer.write(batch, json);
    if (isWritten) count++;
    expect(isWritten ? decoder.decode(json.take()) : JSON.stringify(batch.next(record))).toBe(JSON.stringify(explained.next(record)));
  }
  expect(batch.summary()).toEqual(explained.summary());
  return count;
}

describe('entries of a batch, written by tables', () => {
  it(`are those of the engine under any reading and figure of a policy, in ${runs} runs`, { timeout: 600_000 }, () => {
    let count = 0;
    fc.assert(
      fc.property(
        teachersArbitrary(2025, 6),
        readingsArbitrary,
        parametersArbitrary,
        placesArbitrary,
        (teachers, readings, parameters, places) => {
          const read = readSettings(jinfeng, { readings, parameters, ...(places && { places }) });
          if (read.value === null) throw new Error(JSON.stringify(read.issues));
          count += written(jinfeng, { year: 2025, ...read.value }, [...teachers, ...odd]) ?? 0;
        },
      ),
      { numRuns: runs },
    );
    if (!AMONG_FEW) expect(count).toBeGreaterThan(runs / 10);
  });

  it(`are so under random policies, in ${runs} runs`, { timeout: 600_000 }, () => {
    let count = 0;
    fc.assert(
      fc.property(plainOrderArbitrary, ({ policy, settings, teachers }) => {
        count += written(policy, settings, teachers) ?? 0;
      }),
      { numRuns: runs },
    );
    // Whoever may have a claim is written by the engine.
    if (!AMONG_FEW) expect(count).toBeGreaterThan(runs / 100);
  });

  it('are those of the engine for thousands of people, and mostly written', () => {
    const people = population(randomRuns(4_000), 7);
    expect(written(jinfeng, { year: YEAR, readings: {}, parameters: {} }, people)).toBeGreaterThan(people.length * 0.75);
  });

  it('follow entries that the engine made, whatever the teachers are', () => {
    const people = population(600, 3).flatMap((teacher, at) => [teacher, ...(at % 100 === 0 ? [{ ...teacher, area: 'x' }] : [])]);
    const settings = { year: YEAR, readings: {}, parameters: {} };
    const batch = new Batch(jinfeng, settings, WORDINGS.en, { months: false });
    const explained = new Batch(jinfeng, settings, WORDINGS.en, { months: false });
    const json = new JsonBytes();
    const writer = new BatchWriter(batch, json, false);
    for (const one of people) {
      writer.next(one);
      expect(decoder.decode(json.take())).toBe(JSON.stringify(explained.next(one)));
    }
    expect(batch.summary()).toEqual(explained.summary());
  });
});

describe('JSON in bytes', () => {
  const json = new JsonBytes();
  const textOf = (write: () => void) => {
    write();
    return decoder.decode(json.take());
  };

  it('has amounts, numbers and texts as JSON.stringify has them', () => {
    const fen = fc.oneof(
      fc.nat(20_000),
      fc.maxSafeNat(),
      fc.nat(20).map((power) => Math.min(10 ** power, Number.MAX_SAFE_INTEGER)),
    );
    fc.assert(
      fc.property(fen, fc.string({ unit: 'binary' }), fc.string(), (value, text, plainText) => {
        expect(textOf(() => json.fen(value))).toBe(formatFen(value));
        expect(textOf(() => json.integer(value))).toBe(JSON.stringify(value));
        expect(textOf(() => json.text(text))).toBe(JSON.stringify(text));
        expect(textOf(() => json.text(plainText))).toBe(JSON.stringify(plainText));
      }),
      { numRuns: randomRuns(3_000) },
    );
  });

  it('grows, and begins anew', () => {
    const parts = Array.from({ length: 2_000 }, (_, at) => `${at},`);
    for (const part of parts) json.add(piece(part));
    expect(decoder.decode(json.take())).toContain(parts.join(''));
    expect(json.size).toBe(0);
  });
});
