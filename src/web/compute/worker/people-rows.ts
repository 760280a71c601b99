import type { Dictionary } from '../../../facts/dictionary.ts';
import { ExactSum } from '../../../money/exact-sum.ts';
import type { OutCell } from '../../../roster/xlsx/out-cell.ts';
import type { OutColumn, OutSheet } from '../../../roster/xlsx/write.ts';
import type { PeopleSheetOrder } from '../protocol/export.ts';
import type { KeptRun } from './kept-run.ts';
import { amountsOf, columnsIn, missingCellsOf, setOwn } from './people-amounts.ts';
import { type FactColumn, factColumns, type KnownFacts, type PersonLine } from './people-columns.ts';

/** A sheet whose rows are generated while writing: there may be a hundred thousand people. */
export interface PeopleSheet extends OutSheet<Iterable<readonly OutCell[]>> {
  /** The minimum number of rows. */
  readonly rowCount: number;
}

/**
 * The people of a run: all known facts under the headers of a roster, and the amounts of each person. While the file of the roster
 * is open, its own columns come first, in its own order and wording. A change during the year is a row of its own, as in a roster, without
 * amounts.
 * Cohorts are not individuals and are left out.
 */
export function peopleSheet(run: KeptRun, dictionary: Dictionary, order: PeopleSheetOrder): PeopleSheet {
  const known = knownFacts(run, dictionary);
  const amounts = amountHeaders(order);
  const facts = factColumns(run, dictionary, order, known, amounts);
  const columns: OutColumn[] = [
    ...facts.map(({ isText }) => ({ width: 14, isText })),
    ...amounts.slice(1).map(() => ({ width: 16 })),
    { width: 40 },
  ];
  const name = facts.findIndex(({ fact }) => fact?.id === 'name');
  const rows = known.people > 0 ? rowsOf(run, facts, amounts, order) : [[order.headers.nobody]];
  return {
    name: order.name,
    columns,
    fixedColumns: name >= 0 && name < MOST_FIXED ? name + 1 : 1,
    rows,
    rowCount: known.people + known.changes,
  };
}

/** A name further to the right is not frozen: there would be no room for anything else. */
const MOST_FIXED = 4;

function knownFacts(run: KeptRun, dictionary: Dictionary): KnownFacts {
  const facts = new Set<string>();
  let changes = 0;
  let people = 0;
  for (const { record } of run.teachers()) {
    people++;
    for (const one of [record, ...(record.changes ?? [])]) {
      for (const [id, value] of Object.entries(one)) if (value !== null && dictionary.byId.has(id)) facts.add(id);
    }
    changes += record.changes?.length ?? 0;
  }
  return { facts, changes, people };
}

/** The headers of all computed columns. */
function amountHeaders({ personal, institution, months, headers }: PeopleSheetOrder): string[] {
  return [
    ...personal.map(({ header }) => header),
    headers.personalTotal,
    ...months,
    ...institution.map(({ header }) => header),
    headers.institutionTotal,
    headers.missing,
  ];
}

function* rowsOf(
  run: KeptRun,
  facts: readonly FactColumn[],
  amounts: readonly string[],
  order: PeopleSheetOrder,
): Generator<readonly OutCell[]> {
  const { personal, institution, months, headers } = order;
  const cellsOf = (line: PersonLine) => facts.map((column) => column.cell(line));
  const sums = Array.from({ length: amounts.length - 1 }, () => new ExactSum());
  yield [...facts.map(({ header }) => header), ...amounts];
  const columnsOf = columnsIn(run.ledger, order);
  const totals = [
    { at: personal.length, fromColumn: facts.length, count: personal.length },
    { at: sums.length - 1, fromColumn: facts.length + personal.length + 1 + months.length, count: institution.length },
  ];
  const lacks = missingCellsOf(run.ledger, order);
  const open: (string | undefined)[] = [];
  let rows = 1;
  for (const { entry, record, teacher } of run.teachers()) {
    const fen = amountsOf(run.ledger, entry, columnsOf, sums.length);
    for (const [at, amount] of fen.entries()) sums[at]?.addExact(amount);
    const cells: OutCell[] = fen.map((amount) => (amount === 0n ? null : { fen: amount }));
    // Zero, not entitled and unknown are three different answers.
    for (const allowance of run.ledger.zerosOf(entry)) setOwn(cells, columnsOf[allowance], { fen: 0n });
    for (const lack of run.ledger.missingOf(entry)) {
      const { allowance, text } = lacks[lack] as (typeof lacks)[number];
      const column = columnsOf[allowance];
      if (column && fen[column.own] === 0n) setOwn(cells, column, text);
      if (column) open[column.own] ??= text;
    }
    for (const { at, fromColumn, count } of totals) {
      const amount = fen[at] as bigint;
      cells[at] = count > 0 ? { fen: amount, fromColumn, toColumn: fromColumn + count - 1 } : { fen: amount };
    }
    const missing = run.ledger.missingOf(entry).map((lack) => lacks[lack]?.name);
    const { row, part = 0, changeRows = [] } = teacher;
    yield [...cellsOf({ values: record, from: null, place: row === null ? null : { part, row } }), ...cells, missing.join(order.comma)];
    rows++;
    for (const [at, change] of (record.changes ?? []).entries()) {
      yield cellsOf({ values: { ...change, id: record.id }, from: String(change.from), place: changeRows[at] ?? null });
      rows++;
    }
  }
  yield [
    { heading: headers.total },
    ...Array.from({ length: facts.length - 1 }, () => null),
    ...sums.map(({ value }, at) => (value === 0n && open[at] ? open[at] : { fen: value, fromRow: 2, toRow: rows })),
  ];
}
