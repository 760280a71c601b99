import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerEntitlement } from '../../src/contract/teacher/entitlement.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import { asIfInForceArbitrary } from '../reference/arbitraries.ts';
import { TooLarge } from '../reference/word-amounts.ts';
import { type Document, evaluateWords, type WordsRequest } from '../reference/words.ts';
import { orderArbitrary } from './random-people.ts';
import { givenDerivedArbitrary, personArbitrary, runFactsArbitrary } from './random-policy.ts';

const runs = randomRuns(600, 300_000);

type Result = ReturnType<typeof evaluateWords>;
const TOO_LARGE = 'too large';

/** The engine's answer in the shape of the reference; it also looks that segments add up. */
function computed(document: unknown, request: WordsRequest): Result | typeof TOO_LARGE {
  const policy = readPolicy(policySchema.parse(document), 'random', dictionary);
  const { year, teacher, payScales = [], asIfInForce = false, ...rules } = request;
  const read = readSettings(policy, rules);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const answer = answerEntitlement(policy, { year, payScales, asIfInForce, ...read.value }, teacher as TeacherRecord, { language: 'zh' });
  if (answer.value === null) {
    expect(answer.issues).toMatchObject([{ path: ['teacher'], code: 'out-of-range' }]);
    return TOO_LARGE;
  }
  const { personalTotal, institutionTotal, complete, lines, declined, missing, repayments, openRepayments = [], warnings } = answer.value;
  for (const { amount, segments } of lines) {
    expect(segments.reduce((sum, { months, rate }) => sum + BigInt(months) * fen(rate), 0n)).toBe(fen(amount));
  }
  return {
    personalTotal,
    institutionTotal,
    complete,
    lines: lines.map(({ allowance, payee, amount, byMonth, paidOut }) => ({
      allowance,
      payee,
      amount,
      byMonth,
      ...(paidOut && { paidOut }),
    })),
    declined: declined as Result['declined'],
    missing: missing as Result['missing'],
    repayments: repayments.map(({ claim, date, amount, owed = '', penalty, late, paid, serviceMonths, servedMonths }) => ({
      claim,
      date,
      amount,
      owed,
      ...(penalty !== undefined && { penalty }),
      ...(late && { late }),
      ...(paid !== undefined && { paid }),
      ...(serviceMonths !== undefined && servedMonths !== undefined && { serviceMonths, servedMonths }),
    })),
    open: openRepayments.map(({ claim, date, missing: lacks }) => ({
      claim,
      ...(date !== undefined && { date }),
      missing: lacks.map(({ atLeast: _, atMost: __, months = [], ...lack }) => ({ ...lack, months })) as Result['open'][number]['missing'],
    })),
    warnings: warnings
      .filter(({ code }) => code !== 'run-fact-unread')
      .map(({ code, allowance = '', claim }) => ({ code, allowance, ...(claim !== undefined && { claim }) })),
  };
}

const fen = (amount: string): bigint => BigInt(amount.replace('.', ''));

function expected(document: Document, request: WordsRequest): Result | typeof TOO_LARGE {
  try {
    return evaluateWords(document, request);
  } catch (error) {
    if (error instanceof TooLarge) return TOO_LARGE;
    throw error;
  }
}

const name = (entry: object) => JSON.stringify(entry);
const sorted = <T extends object>(list: readonly T[]) => list.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
/** The order of entries within one allowance is nobody's promise. */
const inOrder = (result: Result | typeof TOO_LARGE) =>
  result === TOO_LARGE
    ? result
    : {
        ...result,
        missing: sorted(result.missing),
        open: result.open.map((one) => ({ ...one, missing: sorted(one.missing) })),
      };

/** The readings of a random policy that a run leaves open. */
const asksIn = (document: unknown, chosen: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries((document as Document).readings).flatMap(([id, { default: usual }]) => ((chosen[id] ?? usual) === 'ask' ? [id] : []));

const orders = orderArbitrary((year) =>
  fc.tuple(personArbitrary(year), givenDerivedArbitrary).map(([teacher, derived]) => ({ ...teacher, ...derived })),
);

describe('the words of the rule language, in random policies', () => {
  it(`come to what the reference evaluator finds, on ${runs} random policies and teachers`, { timeout: 1_800_000 }, () => {
    const seen = { lines: 0, tooLarge: 0, capped: 0, outside: 0, repayments: 0, open: 0, asked: 0, agreed: 0, under: 0 };
    fc.assert(
      fc.property(
        orders,
        asIfInForceArbitrary,
        runFactsArbitrary,
        ({ year, document, rules, payScales, more: teacher }, asIfInForce, facts) => {
          const request: WordsRequest = { year, teacher, ...rules, payScales, asIfInForce, facts };
          const result = inOrder(computed(document, request));
          expect(result).toEqual(inOrder(expected(document as unknown as Document, request)));
          if (result === TOO_LARGE) seen.tooLarge++;
          else {
            seen.lines += result.lines.filter(({ amount }) => amount !== '0.00').length;
            seen.capped += result.warnings.filter(({ code }) => code === 'capped').length;
            seen.repayments += result.repayments.length;
            seen.open += result.open.length;
            seen.outside += result.warnings.filter(({ code }) => code === 'outside-range').length;
            const isAsked = (reading: string) => result.missing.some((lack) => lack.code === 'reading' && lack.reading === reading);
            seen.asked += result.missing.filter(({ code }) => code === 'reading').length;
            seen.agreed += asksIn(document, rules.readings).some((reading) => !isAsked(reading)) && result.lines.length > 0 ? 1 : 0;
            seen.under += result.missing.filter((lack) => 'under' in lack).length;
          }
        },
      ),
      { numRuns: runs },
    );
    if (AMONG_FEW) return;
    expect(seen.lines).toBeGreaterThan(runs / 10);
    expect(seen.tooLarge).toBeGreaterThan(0);
    expect(seen.capped).toBeGreaterThan(runs / 100);
    expect(seen.repayments).toBeGreaterThan(runs / 200);
    expect(seen.open).toBeGreaterThan(runs / 200);
    expect(seen.outside).toBeGreaterThan(runs / 1_000);
    expect(seen.asked).toBeGreaterThan(runs / 20);
    expect(seen.agreed).toBeGreaterThan(runs / 20);
    expect(seen.under).toBeGreaterThan(runs / 500);
  });
});
