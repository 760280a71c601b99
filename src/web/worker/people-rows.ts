import type { Dictionary, Fact } from '../../facts/dictionary.ts';
import type { ChangeRecord, TeacherRecord } from '../../facts/teacher-schema.ts';
import { ExactSum } from '../../money/exact-sum.ts';
import { parseYuan } from '../../money/fen.ts';
import type { OutCell } from '../../roster/xlsx/out-cell.ts';
import type { OutColumn, OutSheet } from '../../roster/xlsx/write.ts';
import type { PeopleSheetOrder } from '../export.ts';
import type { KeptRun } from './kept-run.ts';
import { amountsOf, columnsIn, lackCellsOf, setOwn } from './people-amounts.ts';

/** A sheet whose rows are made as they are written: there may be a hundred thousand people. */
export interface PeopleSheet extends OutSheet<Iterable<readonly OutCell[]>> {
  /** How many rows it will have at least. */
  readonly rowCount: number;
}

/**
 * The people of a run: the facts that are known of anybody, under the headers of a roster, and what each of them gets. A change during the year is
 * a row of its own, as in a roster; it has no amounts. Groups of people are nobody in particular and not in it.
 */
export function peopleSheet(run: KeptRun, dictionary: Dictionary, order: PeopleSheetOrder): PeopleSheet {
  const known = knownFacts(run, dictionary);
  const facts = dictionary.facts.filter(({ id }) => id === 'id' || known.facts.has(id));
  const amounts = order.personal.length + order.months.length + order.institution.length + 2;
  const columns: OutColumn[] = [
    ...facts.map(({ type }) => ({ width: 14, isText: type === 'text' || type === 'month' || type === 'date' })),
    ...(known.changes > 0 ? [{ width: 14, isText: true }] : []),
    ...Array.from({ length: amounts }, () => ({ width: 16 })),
    { width: 40 },
  ];
  const fixedColumns = facts.length > 1 && facts[1]?.id === 'name' ? 2 : 1;
  const rows = known.people > 0 ? rowsOf(run, facts, known.changes > 0, order) : [[order.headers.nobody]];
  return { name: order.name, columns, fixedColumns, rows, rowCount: known.people + known.changes };
}

function knownFacts(run: KeptRun, dictionary: Dictionary): { facts: Set<string>; changes: number; people: number } {
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

function* rowsOf(run: KeptRun, facts: readonly Fact[], hasChanges: boolean, order: PeopleSheetOrder): Generator<readonly OutCell[]> {
  const { personal, institution, months, headers, language } = order;
  const factsAndMonth = facts.length + (hasChanges ? 1 : 0);
  const cellsOf = (record: TeacherRecord | ChangeRecord) => facts.map((fact) => factCell(fact, record[fact.id], order));
  const sums = Array.from({ length: personal.length + months.length + institution.length + 2 }, () => new ExactSum());
  yield [
    ...facts.map(({ label }) => label[language]),
    ...(hasChanges ? [headers.changeMonth] : []),
    ...personal.map(({ header }) => header),
    headers.personalTotal,
    ...months,
    ...institution.map(({ header }) => header),
    headers.institutionTotal,
    headers.missing,
  ];
  const columnsOf = columnsIn(run.ledger, order);
  const totals = [
    { at: personal.length, fromColumn: factsAndMonth, count: personal.length },
    { at: sums.length - 1, fromColumn: factsAndMonth + personal.length + 1 + months.length, count: institution.length },
  ];
  const lacks = lackCellsOf(run.ledger, order);
  const open: (string | undefined)[] = [];
  let rows = 1;
  for (const { entry, record } of run.teachers()) {
    const fen = amountsOf(run.ledger, entry, columnsOf, sums.length);
    for (const [at, amount] of fen.entries()) sums[at]?.addExact(amount);
    const cells: OutCell[] = fen.map((amount) => (amount === 0n ? null : { fen: amount }));
    // Zero, not entitled and unknown are three different answers.
    for (const allowance of run.ledger.zerosOf(entry)) setOwn(cells, columnsOf[allowance], { fen: 0n });
    for (const lack of run.ledger.lacksOf(entry)) {
      const { allowance, text } = lacks[lack] as (typeof lacks)[number];
      const column = columnsOf[allowance];
      if (column && fen[column.own] === 0n) setOwn(cells, column, text);
      if (column) open[column.own] ??= text;
    }
    for (const { at, fromColumn, count } of totals) {
      const amount = fen[at] as bigint;
      cells[at] = count > 0 ? { fen: amount, fromColumn, toColumn: fromColumn + count - 1 } : { fen: amount };
    }
    const missing = run.ledger.lacksOf(entry).map((lack) => lacks[lack]?.name);
    yield [...cellsOf(record), ...(hasChanges ? [null] : []), ...cells, missing.join(order.comma)];
    rows++;
    for (const change of record.changes ?? []) {
      yield [...cellsOf({ ...change, id: record.id }), String(change.from)];
      rows++;
    }
  }
  yield [
    { heading: headers.total },
    ...Array.from({ length: factsAndMonth - 1 }, () => null),
    ...sums.map(({ value }, at) => (value === 0n && open[at] ? open[at] : { fen: value, fromRow: 2, toRow: rows })),
  ];
}

/** A fact as a roster has it. A text is never taken for a number, a date or a formula. */
function factCell(fact: Fact, value: unknown, { language, headers }: PeopleSheetOrder): OutCell {
  if (value === undefined || value === null) return null;
  if (fact.type === 'enum') return fact.values[String(value)]?.[language] ?? String(value);
  if (fact.type === 'boolean') return value === true ? headers.yes : headers.no;
  if (fact.type === 'money') return { fen: BigInt(parseYuan(String(value)) ?? 0) };
  return fact.type === 'integer' ? Number(value) : String(value);
}
