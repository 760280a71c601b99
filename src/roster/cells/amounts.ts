import { formatFen, parseYuan } from '../../money/fen.ts';
import { movePoint } from '../../money/printed.ts';
import type { CellKind, Sheet } from '../sheet/sheet.ts';
import { CellFault, NotedValue } from './cell-value.ts';
import { foldText } from './meaning.ts';
import { type MoneyUnit, UNIT_NAMES, UNIT_SHIFTS } from './money-unit.ts';

/** The units by what is written before 元. */
const UNITS: ReadonlyMap<string, MoneyUnit> = new Map([
  ['百', 'hundred'],
  ['千', 'thousand'],
  ['万', 'ten-thousand'],
  ['', 'yuan'],
]);

/** What a sheet says about the amounts of a column. */
export interface AmountNote {
  readonly unit: MoneyUnit;
  /** Where the unit comes from: the header, a line above it, a person. */
  readonly by: 'header' | 'title' | 'chosen';
  /** Whether the header names another period than a month: 「工资总额（全年）」. */
  readonly isOtherPeriod: boolean;
}

const UNIT_IN_HEADER = /([百千万])元|[([【](?:单位:)?([百千万])[)\]】]|[([【/,]()元/;
const UNIT_IN_TITLE = /单位(?:为|是)?:?(?:人民币|人[、,])?([百千万]?)元(?!\p{Script=Han})|[([【](?:人民币)?([百千万]?)元[)\]】]/u;
const OTHER_PERIOD = /全年|年度|年薪|[每/]年|[([【]年[)\]】]|季度?|半年|累计|12个月|十二个月|学年|学期|[每/日][日天]|q[1-4]/;
const YEAR_ALONE = /\d{2,4}年(?!\d{1,2}月)/;
const WHOLE_YEAR = /全年/;

/**
 * What a header and the lines around the table say about the amounts in a column: their unit, and whether they are monthly.
 *
 * @param titles the texts above the header and below the people, and the name of the sheet
 * @returns `null` if they say nothing, so that amounts are yuan a month
 */
export function amountNote(header: string, titles: readonly string[]): AmountNote | null {
  const folded = foldText(header);
  const isMonthly = folded.includes('月');
  const around = titles.map(foldText);
  const isOtherPeriod =
    OTHER_PERIOD.test(folded) || (!isMonthly && (YEAR_ALONE.test(folded) || around.some((title) => WHOLE_YEAR.test(title))));
  const own = unitIn(UNIT_IN_HEADER, folded);
  const unit = own ?? around.map((title) => unitIn(UNIT_IN_TITLE, title)).find((one) => one !== null) ?? 'yuan';
  if (unit === 'yuan' && !isOtherPeriod) return null;
  return { unit, by: own === null && unit !== 'yuan' ? 'title' : 'header', isOtherPeriod };
}

/** How many of the last rows are searched for remarks. */
const ROWS_BELOW = 10;

/** The lines around a table: those above its header, remarks below it, the name of its sheet. @param top the first row of the header */
export function titlesAround({ name, rows }: Pick<Sheet, 'name' | 'rows'>, top: number): string[] {
  const above = rows.filter(({ number }) => number < top).flatMap(({ cells }) => cells);
  const below = rows.slice(-ROWS_BELOW).filter(({ number }) => number > top);
  const remarks = below.map(({ cells }) => cells.filter((cell) => cell.trim() !== '')).filter(({ length }) => length === 1);
  return [...above, ...remarks.flat(), name];
}

function unitIn(form: RegExp, text: string): MoneyUnit | null {
  const found = form
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  return found === undefined ? null : (UNITS.get(found) ?? null);
}

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const WITH_UNIT = /^(\d+(?:\.\d+)?)\s*([百千万])元?$/;
/** A monthly amount beyond this after conversion was more likely in yuan. */
const IMPLAUSIBLE_FEN = 100_000_000;

/**
 * Reads money: a plain decimal, with commas only before groups of three digits, optionally after ¥ and before 元. Digits may be full-width.
 *
 * @returns yuan with two decimals; the folded text if it is not money
 * @example readMoney('¥1,200.5元') // "1200.50"
 */
export function readMoney(text: string): string {
  const folded = text.normalize('NFKC').trim();
  const fen = parseYuan(bareNumber(folded));
  return fen === null ? folded : formatFen(fen);
}

/**
 * Reads an amount of a column.
 *
 * @param unit of the column
 * @returns yuan, as a {@link NotedValue} if converted; a {@link CellFault} if the cell has its own unit, more digits than it shows, or an
 *   amount
 *   that cannot be in the unit of the column; the folded text if it is not money
 */
export function readAmount(text: string, kind: CellKind, unit: MoneyUnit): unknown {
  const folded = text.normalize('NFKC').trim().replace(/\/月$/, '');
  const [, ofUnit, own] = WITH_UNIT.exec(folded) ?? [];
  if (folded.startsWith('-') && unit !== 'yuan') return negative(readAmount(folded.slice(1), kind, unit));
  if (own !== undefined && UNITS.get(own) !== unit) return new CellFault('unit-in-cell');
  const isYuan = /元$/.test(folded) && own === undefined;
  const bare = ofUnit ?? bareNumber(folded);
  const number = isYuan ? bare : movePoint(bare, UNIT_SHIFTS[unit]);
  const fen = parseYuan(number);
  if (fen === null) return kind === 'number' && /\.\d{3,}$/.test(number) ? new CellFault('hidden-decimals') : folded;
  if (unit === 'yuan' || isYuan) return formatFen(fen);
  if (fen >= IMPLAUSIBLE_FEN) return new CellFault('unit-doubtful');
  return new NotedValue(formatFen(fen), 'converted', { unit: UNIT_NAMES[unit], from: bare, to: formatFen(fen) });
}

const MINUS = /^[-\u2212\uff0d]\s*(.+)$/;

/** Reads an amount like {@link readAmount}, or one taken back, with a minus sign of any width before it. */
export function readSignedAmount(text: string, kind: CellKind, unit: MoneyUnit): unknown {
  const rest = MINUS.exec(text)?.[1];
  const read = rest === undefined ? null : readAmount(rest, kind, unit);
  if (read instanceof NotedValue || (typeof read === 'string' && parseYuan(read) !== null)) return negative(read);
  return read instanceof CellFault ? read : readAmount(text, kind, unit);
}

/** The same below zero. Whether negative amounts are allowed is decided by the schema. */
function negative(read: unknown): unknown {
  if (!(read instanceof NotedValue)) return typeof read === 'string' ? `-${read}` : read;
  const { value, code, params } = read;
  return new NotedValue(`-${value}`, code, { ...params, from: `-${params.from}`, to: `-${params.to}` });
}

function bareNumber(folded: string): string {
  return ungrouped(folded.replace(/^[¥]\s*/, '').replace(/\s*元$/, ''));
}

/** A number without the commas before groups of three digits; any other text as it is. */
export function ungrouped(text: string): string {
  return GROUPED.test(text) ? text.replaceAll(',', '') : text;
}
