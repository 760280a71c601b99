import type { BoundedFact, EnumFact, Fact } from '../../facts/dictionary.ts';
import { formatDecimal, parseDecimal } from '../../money/decimal.ts';
import type { CellKind } from '../sheet/sheet.ts';
import { readAmount, ungrouped } from './amounts.ts';
import { CellFault, NotedValue } from './cell-value.ts';
import { readDate, readMonth } from './dates.ts';
import { hasLostDigits, readIdentity } from './identity.ts';
import { foldText } from './meaning.ts';
import { unitNames } from './measure-unit.ts';
import type { MoneyUnit } from './money-unit.ts';
import { periodsReader } from './periods.ts';

/**
 * Reads the cells of one column: the value as in the API, `undefined` for a blank cell, a {@link NotedValue} if the value has to be
 * noted, a {@link CellFault} if the cell itself is faulty.
 *
 * Unreadable text stays as it is, and the schema of a teacher refuses it with a reason, so that all inputs are judged by the same schema.
 */
export type CellReader = (cell: string, kind: CellKind) => unknown;

type ValueReader = (text: string, kind: CellKind) => unknown;

/** Prepares to read the cells of a fact. @param unit of its amounts */
export function cellReader(fact: Fact, unit: MoneyUnit = 'yuan'): CellReader {
  return cells(readerOf(fact, unit), fact.id !== 'id');
}

/** Reads the cells of a yes/no column. */
export const flagReader: CellReader = cells((text) => BOOLEANS.get(foldText(text)) ?? text);

/** Reads the cells of the month from which a change holds. */
export const changeMonthReader: CellReader = cells(readMonth);

/** Reads the cells of the identity card: its number in one form, or a {@link CellFault}. */
export const identityReader: CellReader = cells((text, kind) => {
  if (hasLostDigits(text, kind === 'number')) return new CellFault('digits-lost');
  return readIdentity(text) ?? new CellFault('invalid-identity');
});

/** Marks for the writing direction and zero-width characters come with text copied from other systems. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** The error values of a spreadsheet, also as exported to a CSV. */
const ERRORS = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|FIELD!|UNKNOWN!|CONNECT!)$/;

const NOTHING = /^[-\u2010-\u2015\u2212/\\]+$/;

/** Whether a text is a dash that marks an empty cell. */
export function isStroke(text: string): boolean {
  return NOTHING.test(text.normalize('NFKC').trim());
}

/** The text of a cell without invisible characters around it. */
export function cleanText(cell: string): string {
  return cell.replace(INVISIBLE, '').trim();
}

function cells(read: ValueReader, tellsNothing = false): CellReader {
  return (cell, kind) => {
    if (kind === 'error') return new CellFault('error-cell');
    if (kind === 'no-value') return new CellFault('formula-without-value');
    const text = cleanText(cell);
    if (ERRORS.test(text)) return new CellFault('error-cell');
    if (isStroke(text)) return tellsNothing ? new NotedValue(undefined, 'dash', { text }) : undefined;
    return text === '' ? undefined : read(text, kind);
  };
}

function readerOf(fact: Fact, unit: MoneyUnit): ValueReader {
  switch (fact.type) {
    case 'text':
      return fact.id === 'id' ? readId : readText;
    case 'enum':
      return enumReader(fact);
    case 'boolean':
      return booleanReader(fact);
    case 'integer':
      return integerReader(fact);
    case 'decimal':
      return decimalReader(fact);
    case 'money':
      return (text, kind) => readAmount(text, kind, unit);
    case 'date':
      return readDate;
    case 'month':
      return readMonth;
    case 'periods':
      return periodsReader(fact);
  }
}

const BREAK = /\s*[\t\v\f\r\n\u2028\u2029]+\s*/g;

/** Joins a text into one line, without spaces in Chinese and with a space between Latin words. */
function readText(text: string, kind: CellKind): unknown {
  return (
    asTyped(text, kind) ??
    text.replace(BREAK, (gap, at) => (/\w$/.test(text.slice(0, at)) && /^\w/.test(text.slice(at + gap.length)) ? ' ' : ''))
  );
}

/** A spreadsheet turns `3-12` into a date and `true` into a boolean, and the original is lost. */
function asTyped(text: string, kind: CellKind): CellFault | null {
  if (kind === 'date') return new CellFault('turned-into-date');
  return kind === 'boolean' || text === 'TRUE' || text === 'FALSE' ? new CellFault('turned-into-boolean') : null;
}

/** A staff number must have all its digits, and must not be the number of an identity card, which would go wherever the result goes. */
function readId(text: string, kind: CellKind): unknown {
  const id = text.replace(/^'/, '');
  if (hasLostDigits(id, kind === 'number')) return new CellFault('digits-lost');
  return readIdentity(id) !== null && id.length >= 15 ? new CellFault('identity-as-id') : (asTyped(id, kind) ?? id);
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '对', '√', '✓', '✔', '☑', 'true', 'yes', 'y', '1'].map((text) => [text, true] as const),
  ...['否', '无', '不是', '没有', '错', '×', '✗', '✘', '☒', 'false', 'no', 'n', '0'].map((text) => [text, false] as const),
]);

/** A yes/no column may also use its own name as values: 「在岗」 and 「不在岗」. */
function booleanReader({ label, headers }: Fact): ValueReader {
  const names = [label.zh, ...headers].map(foldText);
  const own = new Map(names.flatMap((name) => [[name, true], ...['不', '非', '未'].map((not) => [not + name, false] as const)] as const));
  return (text) => BOOLEANS.get(foldText(text)) ?? own.get(foldText(text)) ?? text;
}

/** The value of an enum that means none of the others, if there is one. */
const NONE = 'none';

/**
 * A value may be followed by the name of its fact, 「市级骨干教师」. If a fact has a value for none, a no means that value; a yes only says that
 * it is one of the others.
 */
function enumReader(fact: EnumFact): ValueReader {
  const certain = new Map<string, string>();
  const rough = new Map<string, string>();
  const names = [fact.label.zh, ...fact.headers].map(foldText).sort((a, b) => b.length - a.length);
  for (const [id, { zh, also, en, roughly }] of Object.entries(fact.values)) {
    for (const spelling of [zh, ...also, en, id]) certain.set(foldText(spelling), id);
    for (const spelling of roughly) rough.set(foldText(spelling), id);
  }
  const find = (text: string): unknown => {
    const id = rough.get(text);
    if (id === undefined) return certain.get(text);
    return new NotedValue(id, 'taken-as', { text, as: (fact.values[id] as EnumFact['values'][string]).zh });
  };
  return (text) => {
    const folded = foldText(text);
    const name = names.find((one) => folded.endsWith(one));
    const found = find(folded) ?? (name === undefined ? undefined : find(folded.slice(0, -name.length)));
    if (found !== undefined) return found;
    return Object.hasOwn(fact.values, NONE) && BOOLEANS.get(folded) === false ? NONE : text;
  };
}

function integerReader(fact: BoundedFact): ValueReader {
  const bare = bareOf(fact);
  return (text) => {
    const folded = bare(text).replace(/\s*[级档]$/, '');
    return /^-?\d+$/.test(folded) ? Number(folded) : text;
  };
}

/** A number of which a spreadsheet keeps more decimals than we do is refused, for it may show fewer. */
function decimalReader(fact: BoundedFact): ValueReader {
  const bare = bareOf(fact);
  return (text, kind) => {
    const folded = bare(text);
    const units = parseDecimal(folded);
    if (units !== null) return formatDecimal(units);
    return kind === 'number' && /^\d+\.\d{5,}$/.test(folded) ? new CellFault('too-many-decimals') : text;
  };
}

/** Takes the unit of a fact from behind its number: 「12.5公里」. A number with another unit stays as it is, so that it is refused. */
function bareOf(fact: BoundedFact): (text: string) => string {
  const units = unitNames(fact).sort((a, b) => b.length - a.length);
  return (text) => {
    const folded = text.normalize('NFKC').trim();
    const unit = units.find((one) => folded.toLowerCase().endsWith(one));
    return ungrouped(unit === undefined ? folded : folded.slice(0, -unit.length).trim());
  };
}
