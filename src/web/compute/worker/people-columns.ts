import type { Dictionary, Fact } from '../../../facts/dictionary.ts';
import type { ChangeRecord, TeacherRecord } from '../../../facts/teacher-schema.ts';
import { isBounded } from '../../../facts/value.ts';
import { parseYuan } from '../../../money/fen.ts';
import { CHANGE_MONTH, type Meaning } from '../../../roster/cells/meaning.ts';
import type { RowPlace } from '../../../roster/cells/roster-import.ts';
import { writtenHeaders } from '../../../roster/columns/written-headers.ts';
import type { OutCell } from '../../../roster/xlsx/out-cell.ts';
import type { PeopleSheetOrder } from '../protocol/export.ts';
import type { KeptRun } from './kept-run.ts';
import { type OwnColumn, OwnWords } from './own-words.ts';

/** What is known of the people of a run, and the number of rows. */
export interface KnownFacts {
  readonly facts: ReadonlySet<string>;
  readonly changes: number;
  readonly people: number;
}

/** A row of a person: the main row, or a change from a month on. */
export interface PersonLine {
  readonly values: TeacherRecord | ChangeRecord;
  readonly from: string | null;
  /** Its place in the file, as long as that is open. */
  readonly place: RowPlace | null;
}

/** A column of facts, beside the amounts. */
export interface FactColumn {
  readonly header: string;
  readonly isText: boolean;
  readonly fact: Fact | undefined;
  readonly meaning: Meaning;
  cell(line: PersonLine): OutCell;
}

/**
 * The columns of facts: those of the file in its wording, then facts that none of these has, as corrected rows in another file may
 * have; or all facts in the order of the dictionary, if the file is not open.
 *
 * @param amounts headers of the columns that follow
 */
export function factColumns(
  run: KeptRun,
  dictionary: Dictionary,
  order: PeopleSheetOrder,
  known: KnownFacts,
  amounts: readonly string[],
): FactColumn[] {
  const words = run.file && OwnWords.of(run.file, dictionary, order.withPrivate, amounts);
  const own = words ? words.columns : [];
  const has = new Set(own.map(({ meaning }) => meaning));
  const facts = dictionary.facts.filter(({ id }) => (id === 'id' || known.facts.has(id)) && !has.has(id)).map((fact) => plain(fact, order));
  const month = known.changes > 0 && !has.has(CHANGE_MONTH) ? [changeMonth(order)] : [];
  if (!words) return [...facts, ...month];
  const others = [...facts, ...month].map((column) => inWords(words, { ...column, index: NOWHERE }, column.header, column.cell));
  // The person comes first, even if the number was made up from the row.
  const [before, after] = [others.filter(({ fact }) => fact?.id === 'id'), others.filter(({ fact }) => fact?.id !== 'id')];
  const headers = writtenHeaders(own, [...others.map(({ header }) => header), ...amounts], dictionary);
  const ofFile = own.map((column, at) => {
    const { fact, meaning } = column;
    const otherwise = fact ? plain(fact, order).cell : meaning === CHANGE_MONTH ? changeMonth(order).cell : () => null;
    return inWords(words, column, headers[at] as string, otherwise);
  });
  return [...before, ...ofFile, ...after];
}

/** The index of a column that the first sheet does not have. */
const NOWHERE = -1;

/** A column in the wording of the file, except where that would not be read as the same value again. */
function inWords(words: OwnWords, column: OwnColumn, header: string, otherwise: FactColumn['cell']): FactColumn {
  const { fact, meaning } = column;
  return {
    header,
    isText: fact === undefined || isText(fact),
    fact,
    meaning,
    cell(line) {
      const value = fact ? line.values[fact.id] : meaning === CHANGE_MONTH ? line.from : undefined;
      const cell = line.place ? words.cellOf(column, line.place, value) : undefined;
      return cell === undefined ? otherwise(line) : cell;
    },
  };
}

/** A fact in the wording of the dictionary. */
function plain(fact: Fact, order: PeopleSheetOrder): FactColumn {
  return {
    header: fact.label[order.language],
    isText: isText(fact),
    fact,
    meaning: fact.id,
    cell: ({ values }) => factCell(fact, values[fact.id], order),
  };
}

function changeMonth({ headers }: PeopleSheetOrder): FactColumn {
  return { header: headers.changeMonth, isText: true, fact: undefined, meaning: CHANGE_MONTH, cell: ({ from }) => from };
}

const isText = ({ type }: Fact): boolean => type === 'text' || type === 'month' || type === 'date';

/** A fact as it stands in a roster. A text is never taken for a number, a date or a formula. */
function factCell(fact: Fact, value: unknown, { language, headers }: PeopleSheetOrder): OutCell {
  if (value === undefined || value === null) return null;
  if (fact.type === 'enum') return fact.values[String(value)]?.[language] ?? String(value);
  if (fact.type === 'boolean') return value === true ? headers.yes : headers.no;
  if (fact.type === 'money') return { fen: BigInt(parseYuan(String(value)) ?? 0) };
  // A decimal has at most thirteen digits, of which a number keeps each.
  return isBounded(fact) ? Number(value) : String(value);
}
