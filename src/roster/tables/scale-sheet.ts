import { amountNote, readMoney, titlesAround } from '../cells/amounts.ts';
import { foldText } from '../cells/meaning.ts';
import { readDelimited } from '../sheet/delimited.ts';

/** Why a row of a pay scale cannot be read, apart from what the schema of a request says of its values. */
export type OddRow = 'duplicate' | 'no-step' | 'malformed' | 'other-unit';

/** A pay scale as in its sheet. */
export interface ScaleSheet {
  /**
   * Yuan a month by pay step. Unreadable values stay as they are, and an odd row gets a key that is not a pay step, so that the schema of a
   * request refuses it.
   */
  readonly steps: Readonly<Record<string, string>>;
  /** The row of the sheet (1-based) in which each of them stands. */
  readonly rows: Readonly<Record<string, number>>;
  readonly odd: Readonly<Record<string, OddRow>>;
}

const HEADERS = {
  step: new Set(['薪级', '级别', 'paystep', 'step']),
  pay: new Set(['标准', '薪级工资', '薪级工资标准', '工资标准', '月标准', 'pay', 'yuanamonth', 'standard'].map(foldText)),
};
const LAST_STEP = 65;

/** A sheet to fill in: every pay step, with an empty cell for its standard. */
export const SCALE_TEMPLATE = `\ufeff薪级,标准\r\n${Array.from({ length: LAST_STEP }, (_, index) => `${index + 1},\r\n`).join('')}`;

/** A pair of columns; printed scales often have several pairs side by side. */
interface Columns {
  readonly step: number;
  readonly pay: number;
}

/**
 * Reads a pay scale from one or more pairs of columns 薪级 and 标准, or, without a header row, from the cells two by two. A step without a
 * standard is left out, and so are titles above the header and notes below.
 */
export function readScaleSheet(text: string): ScaleSheet {
  const { rows, malformed } = readDelimited(text);
  const at = rows.findIndex(({ cells }) => columnsOf(cells).length > 0);
  const header = rows[at];
  const columns = header ? columnsOf(header.cells) : null;
  const steps = new Map<string, string>();
  const places = new Map<string, number>();
  const odd = new Map<string, OddRow>();
  const note = (key: string, pay: string, row: number, why?: OddRow) => {
    steps.set(key, pay);
    places.set(key, row);
    if (why) odd.set(key, why);
  };
  for (const row of malformed) note(`"${row}`, '', row, 'malformed');
  // A standard in another unit, or for a year, is not what the clauses use.
  const isOther = (columns ?? []).some(({ pay }) =>
    amountNote(header?.cells[pay] ?? '', titlesAround({ name: '', rows }, header?.number ?? 0)),
  );
  if (isOther) note('unit?', '', header?.number ?? 0, 'other-unit');
  for (const { number, cells } of malformed.length > 0 || isOther ? [] : rows.slice(at + 1)) {
    for (const { step: stepAt, pay: payAt } of columns ?? pairsOf(cells)) {
      const [step, pay] = [readStep(cells[stepAt] ?? ''), readMoney(cells[payAt] ?? '')];
      if (pay === '' || isNote(step, pay)) continue;
      if (step === '') note(`?${number}`, pay, number, 'no-step');
      else if (steps.has(step)) note(`${step} (${number})`, pay, number, 'duplicate');
      else note(step, pay, number);
    }
  }
  return { steps: Object.fromEntries(steps), rows: Object.fromEntries(places), odd: Object.fromEntries(odd) };
}

/** Whether this is a valid pay step. */
export function isPayStep(key: string): boolean {
  return /^[1-9]\d?$/.test(key) && Number(key) <= LAST_STEP;
}

function columnsOf(cells: readonly string[]): Columns[] {
  const folded = cells.map(foldText).map((cell) => cell.replace(/\(.*\)$/, ''));
  return folded.flatMap((cell, step) => {
    if (!HEADERS.step.has(cell)) return [];
    const pay = folded.findIndex((other, index) => index > step && HEADERS.pay.has(other));
    return pay < 0 ? [] : [{ step, pay }];
  });
}

function pairsOf(cells: readonly string[]): Columns[] {
  return Array.from({ length: Math.ceil(cells.length / 2) }, (_, pair) => ({ step: 2 * pair, pay: 2 * pair + 1 }));
}

/** @example readStep('１３级') // "13" */
function readStep(cell: string): string {
  const folded = cell.normalize('NFKC').replace(/级$/, '').trim();
  return /^0*\d+$/.test(folded) ? String(Number(folded)) : folded;
}

/** Whether a row has words only, such as a note, or a title without a header below it, and so gives no figure. */
function isNote(step: string, pay: string): boolean {
  return !/\d/.test(step) && !/\d/.test(pay);
}
