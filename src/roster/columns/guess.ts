import { isDate, parseMonth } from '../../calendar/month.ts';
import type { Dictionary, Fact } from '../../facts/dictionary.ts';
import { parseDecimal } from '../../money/decimal.ts';
import { parseYuan } from '../../money/fen.ts';
import { CellFault, readValue } from '../cells/cell-value.ts';
import { isDittoFor } from '../cells/ditto.ts';
import { readIdentity } from '../cells/identity.ts';
import { CHANGE_MONTH, factOfMeaning, flagOf, foldText, IDENTITY, IGNORED, type Meaning } from '../cells/meaning.ts';
import { employmentMonth } from '../cells/month-only.ts';
import { cellReader, changeMonthReader, cleanText, flagReader, identityReader } from '../cells/values.ts';
import type { GuessedColumn, MappedColumn } from './mapping.ts';
import type { SampleCell } from './samples.ts';

/** The fewest values from which a meaning is guessed. */
const LEAST_VALUES = 2;
/** The share of a column's values that must be values of the fact. */
const MOST_OF_THEM = 0.9;
const SAMPLES_SHOWN = 3;
const MOST_UNKNOWN = 5;

/**
 * Guesses from the cells what headers do not say, and counts for every column how many of its cells can be read.
 *
 * Only values that belong to a single fact count: 是 and 否 could be anything.
 */
export function guessByValues(
  columns: readonly GuessedColumn[],
  samples: readonly (readonly SampleCell[])[],
  dictionary: Dictionary,
): MappedColumn[] {
  const told = tellFacts(tellFlagged(tellIdentity(columns, samples), samples, dictionary), samples, dictionary);
  return told.map((column, at): MappedColumn => {
    const cells = samples[at] ?? [];
    return { ...column, ...countOf(column, cells, dictionary), samples: shown(column.meaning, cells) };
  });
}

/**
 * A column of identity card numbers is recognised even if its header says staff number, because such a number must not become one. If
 * several columns look like it, none is taken.
 */
function tellIdentity(columns: readonly GuessedColumn[], samples: readonly (readonly SampleCell[])[]): GuessedColumn[] {
  const looksLikeIt = columns.map(({ meaning, by }, at) => {
    const isOpen = by === 'none' || (by === 'header' && meaning === 'id');
    return isOpen && share(samples[at] ?? [], ({ text }) => readIdentity(cleanText(text)) !== null) >= MOST_OF_THEM;
  });
  const isTaken = columns.some(({ meaning }) => meaning === IDENTITY) || looksLikeIt.filter(Boolean).length > 1;
  return columns.map((column, at): GuessedColumn => {
    if (!looksLikeIt[at]) return column;
    return isTaken ? { ...column, meaning: IGNORED, by: 'none' } : { ...column, meaning: IDENTITY, by: 'values' };
  });
}

/**
 * A column under one of the further headers of a fact, of whose cells none is a value of it, is about something else where columns of yes
 * and no tell the fact: 教职工类别 (专任教师, 工勤人员) beside 是否在编.
 */
function tellFlagged(
  columns: readonly GuessedColumn[],
  samples: readonly (readonly SampleCell[])[],
  dictionary: Dictionary,
): GuessedColumn[] {
  const flagged = new Set(columns.flatMap(({ meaning }) => flagOf(meaning, dictionary)?.fact.id ?? []));
  return columns.map((column, at): GuessedColumn => {
    const { header, meaning, by } = column;
    const fact = dictionary.byId.get(meaning);
    if (by !== 'header' || !fact || !flagged.has(meaning) || foldText(header) === foldText(fact.label.zh)) return column;
    const cells = samples[at] ?? [];
    return cells.length === 0 || cells.some((cell) => testOf(column, dictionary)?.(cell))
      ? column
      : { ...column, meaning: IGNORED, by: 'none', refused: meaning };
  });
}

/** Two columns guessed alike cannot both be right, so neither is taken. */
function tellFacts(
  columns: readonly GuessedColumn[],
  samples: readonly (readonly SampleCell[])[],
  dictionary: Dictionary,
): GuessedColumn[] {
  const taken = new Set(columns.map(({ meaning }) => meaning));
  const guesses = columns.map(({ by }, at) => (by === 'none' ? factOfValues(samples[at] ?? [], taken, dictionary) : null));
  return columns.map((column, at): GuessedColumn => {
    const guess = guesses[at] ?? null;
    const isOnly = guess !== null && guesses.filter((other) => other === guess).length === 1;
    return isOnly ? { ...column, meaning: guess, by: 'values' } : column;
  });
}

/** The only enum fact with these values that no header names. */
function factOfValues(cells: readonly SampleCell[], taken: ReadonlySet<Meaning>, dictionary: Dictionary): Meaning | null {
  if (cells.length < LEAST_VALUES) return null;
  const fitting = dictionary.facts.filter((fact) => {
    if (fact.type !== 'enum') return false;
    const read = cellReader(fact);
    return share(cells, ({ text, kind }) => isValue(fact, read(text, kind))) >= MOST_OF_THEM;
  });
  // If several facts have the values, the one whose own labels they are wins: 小学 is a stage rather than a level of schooling.
  const [only, another] = fitting.length > 1 ? fitting.filter((fact) => share(cells, ({ text }) => isLabel(fact, text)) === 1) : fitting;
  return only && !another && !taken.has(only.id) ? only.id : null;
}

function isLabel(fact: Fact, text: string): boolean {
  return fact.type === 'enum' && Object.values(fact.values).some(({ zh }) => foldText(zh) === foldText(text));
}

function share(cells: readonly SampleCell[], test: (cell: SampleCell) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function countOf(
  column: GuessedColumn,
  cells: readonly SampleCell[],
  dictionary: Dictionary,
): Pick<MappedColumn, 'filled' | 'understood' | 'unknown'> {
  const filled = cells.length;
  const own = testOf(column, dictionary);
  const test = own && ((cell: SampleCell) => own(cell) || isReadOtherwise(column.meaning, cell));
  const type = factOfMeaning(column.meaning, dictionary)?.type;
  const odd = test ? cells.filter((cell) => !test(cell)) : cells;
  return { filled, understood: filled - odd.length, unknown: type === 'enum' || type === 'boolean' ? namesOf(odd, MOST_UNKNOWN) : [] };
}

/** Whether a cell without a value of its own can still be read: by the cell above it, or as a month of employment. */
function isReadOtherwise(meaning: Meaning, { text, kind }: SampleCell): boolean {
  return isDittoFor(meaning, text) || employmentMonth(meaning, text, kind) !== null;
}

function testOf({ meaning, amount }: GuessedColumn, dictionary: Dictionary): ((cell: SampleCell) => boolean) | undefined {
  const fact = dictionary.byId.get(meaning);
  if (!fact) return flagOf(meaning, dictionary) ? isFlag : SPECIAL_TESTS[meaning];
  const read = cellReader(fact, amount?.unit);
  return ({ text, kind }) => isValue(fact, read(text, kind));
}

const isFlag = ({ text, kind }: SampleCell) => ['boolean', 'undefined'].includes(typeof readValue(flagReader(text, kind)));

const SPECIAL_TESTS: Readonly<Record<string, (cell: SampleCell) => boolean>> = {
  [CHANGE_MONTH]: ({ text, kind }) => isMonth(changeMonthReader(text, kind)),
  [IDENTITY]: ({ text, kind }) => !(identityReader(text, kind) instanceof CellFault),
};

/** Whether what was read is of the fact's type, or blank; the schema of a teacher is stricter. */
function isValue(fact: Fact, read: unknown): boolean {
  const value = readValue(read);
  if (value === undefined) return true;
  switch (fact.type) {
    case 'text':
      return typeof value === 'string';
    case 'enum':
      return typeof value === 'string' && Object.hasOwn(fact.values, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number';
    case 'decimal':
      return typeof value === 'string' && parseDecimal(value) !== null;
    case 'money':
      return typeof value === 'string' && parseYuan(value) !== null;
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'month':
      return isMonth(value);
    case 'periods':
      return Array.isArray(value);
  }
}

function isMonth(value: unknown): boolean {
  return typeof value === 'string' && parseMonth(value) !== null;
}

/** Distinct sample values of a column, without anything that could be an identity card number. */
function shown(meaning: Meaning, cells: readonly SampleCell[]): string[] {
  return meaning === IDENTITY ? [] : namesOf(cells, SAMPLES_SHOWN);
}

function namesOf(cells: readonly SampleCell[], most: number): string[] {
  const texts = new Set<string>();
  for (const { text } of cells) {
    if (texts.size === most) break;
    if (!/\d{15}/.test(text.normalize('NFKC'))) texts.add(cleanText(text).slice(0, 40));
  }
  return [...texts];
}
