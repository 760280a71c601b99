import { isDate } from '../calendar/month.ts';
import type { EnumFact, Fact } from '../facts/dictionary.ts';
import { formatFen, parseYuan } from '../money/fen.ts';
import { hasLostDigits, readIdentity } from './identity.ts';
import { foldText } from './meaning.ts';
import type { CellFaultCode } from './reading.ts';
import type { CellKind } from './sheet.ts';

/** What is wrong with a cell as such, before anybody asks what value it has. */
export class CellFault {
  readonly code: CellFaultCode;

  constructor(code: CellFaultCode) {
    this.code = code;
  }
}

/**
 * Reads the cells of one column: the value as the API has it, `undefined` for a blank cell, a {@link CellFault} where the cell itself is bad.
 *
 * What cannot be read stays the text that it is. The schema of a teacher refuses it, and says why: one judge for every way in.
 */
export type CellReader = (cell: string, kind: CellKind) => unknown;

type ValueReader = (text: string, kind: CellKind) => unknown;

/** Prepares to read the cells of a fact. */
export function cellReader(fact: Fact): CellReader {
  return cells(readerOf(fact));
}

/** Reads the cells of the month from which a change holds. */
export const changeMonthReader: CellReader = cells(readMonth);

/** Reads the cells of the identity card: its number in one form, or a {@link CellFault}. */
export const identityReader: CellReader = cells((text, kind) => {
  if (hasLostDigits(text, kind === 'number')) return new CellFault('digits-lost');
  return readIdentity(text) ?? new CellFault('invalid-identity');
});

/** Marks that turn the direction of writing, or take no room at all, come along with text that was copied out of some other system. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** What a spreadsheet shows for its own errors, and writes into a CSV. */
const ERRORS = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|FIELD!|UNKNOWN!|CONNECT!)$/;

/** The text of a cell without what surrounds it unseen. */
export function cleanText(cell: string): string {
  return cell.replace(INVISIBLE, '').trim();
}

function cells(read: ValueReader): CellReader {
  return (cell, kind) => {
    if (kind === 'error') return new CellFault('error-cell');
    if (kind === 'no-value') return new CellFault('formula-without-value');
    const text = cleanText(cell);
    if (ERRORS.test(text)) return new CellFault('error-cell');
    return text === '' ? undefined : read(text, kind);
  };
}

function readerOf(fact: Fact): ValueReader {
  switch (fact.type) {
    case 'text':
      return fact.id === 'id' ? readId : readText;
    case 'enum':
      return enumReader(fact);
    case 'boolean':
      return (text) => BOOLEANS.get(foldText(text)) ?? text;
    case 'integer':
      return readInteger;
    case 'money':
      return readMoney;
    case 'date':
      return readDate;
    case 'month':
      return readMonth;
  }
}

/** A spreadsheet takes `3-12` for a date; what it was is gone. */
function readText(text: string, kind: CellKind): unknown {
  return kind === 'date' ? new CellFault('turned-into-date') : text;
}

/** A staff number must have all its digits, and must not be the number of an identity card, which would go wherever the result goes. */
function readId(text: string, kind: CellKind): unknown {
  const id = text.replace(/^'/, '');
  if (hasLostDigits(id, kind === 'number')) return new CellFault('digits-lost');
  return readIdentity(id) !== null && id.length >= 15 ? new CellFault('identity-as-id') : readText(id, kind);
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '对', '√', '✓', '✔', '☑', 'true', 'yes', 'y', '1'].map((text) => [text, true] as const),
  ...['否', '无', '不是', '没有', '错', '×', '✗', '✘', '☒', 'false', 'no', 'n', '0'].map((text) => [text, false] as const),
]);

function enumReader(fact: EnumFact): ValueReader {
  const ids = new Map<string, string>();
  for (const [id, value] of Object.entries(fact.values)) {
    for (const spelling of [value.zh, ...value.also, value.en, id]) ids.set(foldText(spelling), id);
  }
  return (text) => ids.get(foldText(text)) ?? text;
}

function readInteger(text: string): unknown {
  const folded = text.normalize('NFKC').replace(/\s*[级档]$/, '');
  return /^-?\d+$/.test(folded) ? Number(folded) : text;
}

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * Reads money: a plain decimal; commas only where each stands before three digits; ¥ may stand before it, 元 after it. Digits may be full-width.
 *
 * @returns yuan with two decimals; the text, folded, where it is no money
 * @example readMoney('¥1,200.5元') // "1200.50"
 */
export function readMoney(text: string): string {
  const folded = text.normalize('NFKC').trim();
  const bare = folded.replace(/^[¥]\s*/, '').replace(/\s*元$/, '');
  const fen = parseYuan(GROUPED.test(bare) ? bare.replaceAll(',', '') : bare);
  return fen === null ? folded : formatFen(fen);
}

const MONTHS = [/^(\d{4})-(\d{1,2})$/, /^(\d{4})\/(\d{1,2})$/, /^(\d{4})年(\d{1,2})月份?$/, /^(\d{4})(\d{2})$/];
const MONTH_WITH_POINT = /^(\d{4})\.(\d{1,2})$/;
const DATES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const MIDNIGHT = /[ T]0?0:00(:00(\.0+)?)?$/;
/** The days from 1982 to 2119, as Excel counts them. */
const SERIAL = /^[3-7]\d{4}$/;

/**
 * Reads a month: `2025-09`, `2025/9`, `2025年9月`, `202509`, `2025.9`, or a day in it.
 *
 * After a point, 1 can be January and, where the cell is not known to be text, October that lost its zero: that is for a person to say.
 *
 * @returns `YYYY-MM`, whether or not there is such a month; the text where it has none of these forms
 */
export function readMonth(text: string, kind: CellKind = 'csv'): unknown {
  const folded = text.normalize('NFKC').trim();
  const pointed = MONTH_WITH_POINT.exec(folded);
  if (pointed?.[2] === '1' && kind !== 'text') return new CellFault('ambiguous-month');
  const day = readParts(folded.replace(MIDNIGHT, ''), DATES);
  if (day !== null && isDate(day)) return day.slice(0, 7);
  return readParts(folded, [...MONTHS, MONTH_WITH_POINT]) ?? serialOr(folded);
}

/** Reads a date, `2025-03-15`, `2025/3/15`, `2025.3.15`, `2025年3月15日` or `20250315`, as {@link readMonth} does a month. */
export function readDate(text: string): unknown {
  const folded = text.normalize('NFKC').trim();
  return readParts(folded.replace(MIDNIGHT, ''), DATES) ?? serialOr(folded);
}

function serialOr(text: string): unknown {
  return SERIAL.test(text) ? new CellFault('date-as-number') : text;
}

function readParts(text: string, forms: readonly RegExp[]): string | null {
  for (const form of forms) {
    const parts = form.exec(text)?.slice(1);
    if (parts) return parts.map((part) => part.padStart(2, '0')).join('-');
  }
  return null;
}
