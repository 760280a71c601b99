import type { EnumFact, Fact } from '../facts/dictionary.ts';
import { formatFen, parseYuan } from '../money/fen.ts';
import { foldText } from './header.ts';

/**
 * Reads the cells of one column: the value as the API has it, `undefined` for a blank cell.
 *
 * What cannot be read stays the text that it is. The schema of a teacher refuses it, and says why: one judge for every way in.
 */
export type CellReader = (cell: string) => unknown;

/** Prepares to read the cells of a fact. */
export function cellReader(fact: Fact): CellReader {
  const read = readerOf(fact);
  return (cell) => {
    const text = cell.trim();
    return text === '' ? undefined : read(text);
  };
}

function readerOf(fact: Fact): (text: string) => unknown {
  switch (fact.type) {
    case 'text':
      return (text) => text;
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

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['是', '√', '✓', '✔', 'true', '1'].map((text) => [text, true] as const),
  ...['否', '×', '✗', '✘', 'false', '0'].map((text) => [text, false] as const),
]);

function enumReader(fact: EnumFact): (text: string) => unknown {
  const ids = new Map<string, string>();
  for (const [id, value] of Object.entries(fact.values)) {
    for (const spelling of [value.zh, ...value.also, value.en, id]) ids.set(foldText(spelling), id);
  }
  return (text) => ids.get(foldText(text)) ?? text;
}

function readInteger(text: string): unknown {
  const folded = text.normalize('NFKC');
  return /^-?\d+$/.test(folded) ? Number(folded) : text;
}

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * Reads money: a plain decimal; commas only where each stands before three digits; 元 may follow. Digits may be full-width.
 *
 * @returns yuan with two decimals; the text, folded, where it is no money
 * @example readMoney('1,200.5元') // "1200.50"
 */
export function readMoney(text: string): string {
  const folded = text.normalize('NFKC').trim();
  const bare = folded.replace(/\s*元$/, '');
  const fen = parseYuan(GROUPED.test(bare) ? bare.replaceAll(',', '') : bare);
  return fen === null ? folded : formatFen(fen);
}

const MONTHS = [/^(\d{4})-(\d{1,2})$/, /^(\d{4})\/(\d{1,2})$/, /^(\d{4})年(\d{1,2})月$/, /^(\d{4})(\d{2})$/];
const DATES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * Reads a month: `2025-09`, `2025/9`, `2025年9月`, `202509`. A point is no separator: a sheet shows 2025.10 as 2025.1.
 *
 * @returns `YYYY-MM`, whether or not there is such a month; the text where it has none of these forms
 */
export function readMonth(text: string): string {
  return readParts(text, MONTHS);
}

/** Reads a date, `2025-03-15`, `2025/3/15`, `2025年3月15日` or `20250315`, as {@link readMonth} does a month. */
export function readDate(text: string): string {
  return readParts(text, DATES);
}

function readParts(text: string, forms: readonly RegExp[]): string {
  const folded = text.normalize('NFKC').trim();
  for (const form of forms) {
    const parts = form.exec(folded)?.slice(1);
    if (parts) return parts.map((part) => part.padStart(2, '0')).join('-');
  }
  return folded;
}
