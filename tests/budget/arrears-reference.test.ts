import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeArrears } from '../../src/contract/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears-request.ts';
import type { ArrearsResult } from '../../src/contract/arrears-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import {
  moneyArbitrary,
  parametersArbitraryOf,
  placesArbitrary,
  readingsArbitrary,
  teachersArbitrary,
  yearArbitrary,
} from '../reference/arbitraries.ts';
import type { RequestTeacher } from '../reference/facts.ts';
import { allowances, type ReferenceRequest, referenceEntitlement, referenceMissingMonths } from '../reference/jinfeng.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = process.env.JINTIE_DEEP ? 100_000 : 3_000;
const timeout = 1_800_000;

function arrears(request: object): ArrearsResult {
  const read = readArrearsRequest(policy, request, bundledPolicies);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeArrears(policy, read.value, WORDINGS.zh);
}

type Fen = bigint | null;
/** Fen of an allowance in a month, `null` where it is not known. */
type Side = (allowance: string, month: string) => Fen;

const fen = (amount: string): bigint => {
  const [yuan = '', cents = ''] = amount.split('.');
  return BigInt(`${yuan}${cents.padEnd(2, '0')}`);
};
const money = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const orNull = (amount: Fen) => (amount === null ? null : money(amount));
const monthsOf = (year: number) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);

/** What a person is due by the reference. */
function dueOf(request: ReferenceRequest): Side {
  const { lines } = referenceEntitlement(request);
  const missing = referenceMissingMonths(request);
  const amounts = new Map(lines.flatMap(({ allowance, byMonth }) => byMonth.map(({ month, amount }) => [`${allowance} ${month}`, amount])));
  return (allowance, month) =>
    missing[allowance as keyof typeof missing].includes(month) ? null : fen(amounts.get(`${allowance} ${month}`) ?? '0.00');
}

interface Cell {
  readonly allowance: string;
  readonly month: string;
  readonly paid: Fen;
  readonly due: Fen;
}

/** Every allowance in every month of the year. */
function cellsOf(year: number, paid: Side, due: Side): Cell[] {
  return allowances.flatMap((allowance) =>
    monthsOf(year).map((month) => ({ allowance, month, paid: paid(allowance, month), due: due(allowance, month) })),
  );
}

function sumsOf(cells: readonly Cell[]) {
  const both = cells.filter((cell) => cell.paid !== null && cell.due !== null);
  const add = (from: readonly Cell[], side: 'paid' | 'due') => from.reduce((sum, cell) => sum + (cell[side] ?? 0n), 0n);
  const [paid, due] = [add(both, 'paid'), add(both, 'due')];
  const rest = cells.filter((cell) => !both.includes(cell));
  return {
    sums: { paid: money(paid), due: money(due), difference: money(due - paid) },
    unresolved: { paid: money(add(rest, 'paid')), due: money(add(rest, 'due')) },
  };
}

function linesOf(cells: readonly Cell[]) {
  return allowances.flatMap((allowance) => {
    const own = cells.filter((cell) => cell.allowance === allowance);
    const byMonth = own
      .filter(({ paid, due }) => paid !== 0n || due !== 0n)
      .map(({ month, paid, due }) => {
        const difference = paid === null || due === null ? null : money(due - paid);
        return { month, paid: orNull(paid), due: orNull(due), difference };
      });
    return byMonth.length === 0 ? [] : [{ allowance, byMonth, ...sumsOf(own).sums }];
  });
}

/** Checks an answer whole against what is expected of every teacher. */
function expectEqual(result: ArrearsResult, year: number, people: readonly (readonly Cell[])[]): void {
  for (const [index, cells] of people.entries()) {
    const entry = result.results[index];
    if (entry?.status !== 'ok') throw new Error(JSON.stringify(entry));
    const { paid, due, difference, unresolved } = entry;
    expect(entry.lines.map(({ title: _, payee: __, ...line }) => line)).toEqual(linesOf(cells));
    expect({ sums: { paid, due, difference }, unresolved }).toEqual(sumsOf(cells));
  }
  const all = people.flat();
  const { byAllowance, byMonth, teachers, failed, incomplete, unresolved, ...sums } = result.summary;
  expect({ sums, unresolved }).toEqual(sumsOf(all));
  expect({ teachers, failed }).toEqual({ teachers: people.length, failed: 0 });
  expect(incomplete).toBe(people.filter((cells) => cells.some(({ paid, due }) => paid === null || due === null)).length);
  expect(byAllowance).toEqual(
    allowances.map((allowance) => ({ allowance, ...sumsOf(all.filter((cell) => cell.allowance === allowance)).sums })),
  );
  const months = monthsOf(year).map((month) => ({ month, ...sumsOf(all.filter((cell) => cell.month === month)).sums }));
  expect(byMonth).toEqual(months.filter(({ paid, due }) => paid !== '0.00' || due !== '0.00'));
}

const rules = (year: number) =>
  fc.record({ readings: readingsArbitrary, parameters: parametersArbitraryOf(year), places: placesArbitrary });
const requestArbitrary = yearArbitrary.chain((year) =>
  fc.record({ year: fc.constant(year), teachers: teachersArbitrary(year, 3), now: rules(year), before: rules(year) }),
);

const paymentsArbitrary = (year: number, teachers: readonly RequestTeacher[]) =>
  fc.uniqueArray(
    fc.record({
      teacherId: fc.constantFrom(...teachers.map(({ id }) => id as string)),
      allowance: fc.constantFrom(...allowances),
      month: fc.constantFrom(...monthsOf(year)),
      amount: moneyArbitrary,
    }),
    { selector: ({ teacherId, allowance, month }) => `${month} ${allowance} ${teacherId}`, maxLength: 30 },
  );

describe('arrears', () => {
  it('are what the reference gives now less what it gives by the rules known then, by allowance and month', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now, before }) => {
        const result = arrears({ year, teachers, ...now, known: before });
        const people = teachers.map((teacher) => cellsOf(year, dueOf({ year, teacher, ...before }), dueOf({ year, teacher, ...now })));
        expectEqual(result, year, people);
      }),
      { numRuns: runs },
    );
  });

  it('are nothing where the rules known then are those of now', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now }) => {
        const { results, summary } = arrears({ year, teachers, ...now, known: now });
        expect(summary).toMatchObject({ difference: '0.00', unresolved: { paid: '0.00', due: '0.00' } });
        for (const entry of results) {
          if (entry.status !== 'ok') throw new Error(JSON.stringify(entry));
          expect(entry.missingKnown).toEqual(entry.missing);
          for (const { paid, due, difference } of entry.lines.flatMap(({ byMonth }) => byMonth)) {
            expect(paid).toBe(due);
            expect(difference).toBe(due === null ? null : '0.00');
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('are nothing where exactly what is due was paid', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now }) => {
        const paid = teachers.flatMap((teacher) =>
          referenceEntitlement({ year, teacher, ...now }).lines.flatMap(({ allowance, byMonth }) =>
            byMonth.map(({ month, amount }) => ({ teacherId: teacher.id, allowance, month, amount })),
          ),
        );
        const { results, summary } = arrears({ year, teachers, ...now, paid });
        expect(fen(summary.paid)).toBe(paid.reduce((sum, { amount }) => sum + fen(amount), 0n));
        expect(summary).toMatchObject({ due: summary.paid, difference: '0.00', unresolved: { paid: '0.00', due: '0.00' } });
        for (const entry of results) {
          if (entry.status !== 'ok') throw new Error(JSON.stringify(entry));
          for (const { byMonth } of entry.lines) for (const { difference } of byMonth) expect([null, '0.00']).toContain(difference);
        }
      }),
      { numRuns: runs },
    );
  });

  it('are what the reference gives less payments of any kind, none of which is lost', { timeout }, () => {
    const withPayments = requestArbitrary
      .filter(({ teachers }) => teachers.length > 0)
      .chain((request) => paymentsArbitrary(request.year, request.teachers).map((paid) => ({ ...request, paid })));
    fc.assert(
      fc.property(withPayments, ({ year, teachers, now, paid }) => {
        const result = arrears({ year, teachers, ...now, paid });
        const people = teachers.map((teacher) => {
          const own = new Map(
            paid.filter(({ teacherId }) => teacherId === teacher.id).map((one) => [`${one.allowance} ${one.month}`, fen(one.amount)]),
          );
          return cellsOf(year, (allowance, month) => own.get(`${allowance} ${month}`) ?? 0n, dueOf({ year, teacher, ...now }));
        });
        expectEqual(result, year, people);
        const { summary } = result;
        const all = paid.reduce((sum, { amount }) => sum + fen(amount), 0n);
        expect(fen(summary.paid) + fen(summary.unresolved.paid)).toBe(all);
      }),
      { numRuns: runs },
    );
  });
});
