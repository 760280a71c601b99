import type { PeopleLedger, Placed } from '../../../budget/people.ts';
import { PLACEMENTS } from '../../../facts/placements.ts';
import { ExactSum } from '../../../money/exact-sum.ts';
import { formatFen } from '../../../money/fen.ts';
import type { PaidPerson, Payroll, PayrollQuery, PayrollRow } from '../protocol/payroll.ts';
import type { KeptRun } from './kept-run.ts';

const SCHOOL = PLACEMENTS.indexOf('school');

/** The payroll of a school for a month: a person who moved is listed at the school of that month. Cohorts are left out. */
export function payrollOf(run: KeptRun, { school, month, allowances }: PayrollQuery): Payroll {
  const { ledger } = run;
  const isThere = ledger.placed.map((placed: Placed) => (placed[SCHOOL] ?? null) === school);
  const columns = allowances.map((id) => ledger.allowances.indexOf(id));
  const sums = allowances.map(() => new ExactSum());
  const paid: (PaidPerson & { fen: readonly number[]; incomplete: boolean })[] = [];
  const open: PaidPerson[] = [];
  for (const { entry, record } of run.teachers()) {
    const fen = monthOf(ledger, entry, month, isThere);
    if (fen === null) continue;
    const amounts = columns.map((column) => fen.get(column) ?? 0);
    const person = { id: String(record.id), name: typeof record.name === 'string' ? record.name : null };
    const incomplete = ledger.missingOf(entry).length > 0;
    if (amounts.some((amount) => amount > 0)) {
      paid.push({ ...person, fen: amounts, incomplete });
      for (const [at, amount] of amounts.entries()) sums[at]?.add(amount);
    } else if (incomplete) {
      open.push(person);
    }
  }
  const shown = allowances.flatMap((allowance, at) => {
    const sum = sums[at]?.value ?? 0n;
    return sum > 0n ? [{ allowance, at, sum }] : [];
  });
  return {
    items: shown.map(({ allowance, sum }) => ({ allowance, amount: formatFen(sum) })),
    rows: paid.map(
      ({ id, name, fen, incomplete }): PayrollRow => ({
        id,
        name,
        amounts: shown.map(({ at }) => (fen[at] === 0 ? null : formatFen(fen[at] as number))),
        total: formatFen(fen.reduce((sum, amount) => sum + BigInt(amount), 0n)),
        incomplete,
      }),
    ),
    total: formatFen(shown.reduce((sum, one) => sum + one.sum, 0n)),
    open,
  };
}

/** What a person is paid in a month at a school, by index of the allowance; `null` if the person is not there. */
function monthOf(ledger: PeopleLedger, entry: number, month: number, isThere: readonly boolean[]): Map<number, number> | null {
  let there = false;
  ledger.eachStay(entry, (placed, months) => {
    if (isThere[placed] && (months >> month) & 1) there = true;
  });
  if (!there) return null;
  const fen = new Map<number, number>();
  ledger.eachPosting(entry, (placed, months, allowance, rateFen) => {
    if (isThere[placed] && (months >> month) & 1) fen.set(allowance, (fen.get(allowance) ?? 0) + rateFen);
  });
  return fen;
}
