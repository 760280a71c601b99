import type { PeopleLedger } from '../../../budget/people.ts';
import { countMonths, listMonths } from '../../../calendar/month-set.ts';
import type { OutCell } from '../../../roster/xlsx/out-cell.ts';
import { subjectOf } from '../../../words/grammar/word.ts';
import type { PeopleSheetOrder } from '../protocol/export.ts';

/** Which columns the amounts of an allowance go into: its own, the total of its payee, and perhaps the months. */
export interface AmountColumns {
  readonly own: number;
  readonly total: number;
  readonly firstMonth: number | null;
}

/** The columns of every allowance of a ledger; `null` for one that is not in the sheet. */
export function columnsIn({ allowances }: PeopleLedger, { personal, months, institution }: PeopleSheetOrder): (AmountColumns | null)[] {
  return allowances.map((id) => {
    const toPerson = personal.findIndex(({ allowance }) => allowance === id);
    const firstMonth = personal.length + 1;
    if (toPerson >= 0) return { own: toPerson, total: personal.length, firstMonth };
    const toInstitution = institution.findIndex(({ allowance }) => allowance === id);
    if (toInstitution < 0) return null;
    const first = firstMonth + months.length;
    return { own: first + toInstitution, total: first + institution.length, firstMonth: null };
  });
}

/** A person's amount in each column, in fen. */
export function amountsOf(ledger: PeopleLedger, entry: number, columns: readonly (AmountColumns | null)[], count: number): bigint[] {
  const fen = new Array<bigint>(count).fill(0n);
  ledger.eachPosting(entry, (_placed, months, allowance, rateFen) => {
    const column = columns[allowance];
    if (!column) return;
    const amount = BigInt(rateFen) * BigInt(countMonths(months));
    fen[column.own] = (fen[column.own] as bigint) + amount;
    fen[column.total] = (fen[column.total] as bigint) + amount;
    if (column.firstMonth === null) return;
    for (const month of listMonths(months)) {
      const at = column.firstMonth + month;
      fen[at] = (fen[at] as bigint) + BigInt(rateFen);
    }
  });
  return fen;
}

/** Puts a cell into the column of an allowance, if it has one. */
export function setOwn(cells: OutCell[], column: AmountColumns | null | undefined, cell: OutCell): void {
  if (column) cells[column.own] = cell;
}

/** A missing input: the index of its allowance in the ledger, the text shown in place of the amount, and its name. */
export interface MissingCell {
  readonly allowance: number;
  readonly text: string;
  readonly name: string;
}

/** All missing inputs, in the order of the ledger. */
export function missingCellsOf({ missingInputs, allowances }: PeopleLedger, { lacks: named, headers }: PeopleSheetOrder): MissingCell[] {
  return missingInputs.map((lack) => {
    const name = subjectOf(lack);
    const found = named.find((one) => one.allowance === lack.allowance && (one.fact ?? one.parameter ?? one.reading) === name);
    return {
      allowance: allowances.indexOf(lack.allowance),
      text: lack.code === 'no-figure' ? headers.awaited : headers.unknown,
      name: found?.text ?? name,
    };
  });
}
