/** One, in the units in which numbers of a text are compared: a hundred-millionth of one, so that 0.0001万 is exact. */
export const ONE = 100_000_000n;
const DECIMALS = 8;

/** Reads a decimal string; further decimals than eight are cut off. */
export function unitsOf(text: string): bigint {
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
}

/** A number as it stands in a text; values are in hundred-millionths. */
export interface Numeral {
  readonly value: bigint;
  /** The place after its last character. */
  readonly end: number;
  /** What it counts in, where it is one count (10,000 in 3万): a number before it in a list may count in the same. */
  readonly unit: bigint;
  /** The numbers that may be meant instead: `300,400` is two of them, or one with a comma between its thousands. */
  readonly list: readonly bigint[];
}

const PLAIN = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const DIGITS = new Map<string, number>([
  ...[...PLAIN].map((digit, value) => [digit, value] as const),
  ...[...FORMAL].map((digit, value) => [digit, value] as const),
  ...Object.entries({ '○': 0, 两: 2, 兩: 2, 貳: 2, 陸: 6 }),
]);
const SMALL = new Map(Object.entries({ 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n }));
const LARGE = new Map(Object.entries({ 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n }));
/** Greater than every unit. */
const ANY = 10n ** 30n;

// the lengths are bounded, so that a file of nothing but digits is read in one pass
const ANY_DIGIT = `[${[...DIGITS.keys()].join('')}]`;
const FRACTION = `(?:点${ANY_DIGIT}{1,12})?`;
const GROUPED = /\d{1,3}(?:([, ])\d{3})(?:\1\d{3}){0,6}(?!\d)(?:\.\d{1,12})?/y;
const ARABIC = /\d{1,24}(?:\.\d{1,12})?/y;
const CHINESE = new RegExp(`${ANY_DIGIT}{1,24}${FRACTION}`, 'y');
/** After a unit a single digit can follow, behind a nought where a place is empty. */
const LAST_DIGIT = new RegExp(`[零〇○]?${ANY_DIGIT}${FRACTION}`, 'y');

/** What follows a last digit that counts in the next unit, as in 一万五; before other words it is a number or a word by itself: 1万2次, 三千陆续. */
const SHORT_END = /^(?:$|[元圆圓块整,。;:、)至到~—–以左的])/;

/**
 * Reads the number that begins at a place: 3000, 3,000, 三千, 3千, 0.3万, 1万5千, 一万五, 贰仟, 十二点五, 二〇二五.
 *
 * @param text in the form that `numbersIn` makes: half width, white space only between digits
 * @returns `null` where none begins there
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const sum = new Sum();
  let list: readonly bigint[] = [];
  let end = at;
  for (;;) {
    const literal = literalAt(text, end, sum.units > 0);
    if (literal && !sum.hasRoomFor(literal.value)) break;
    const afterLiteral = literal?.end ?? end;
    const unitAt = /^[余餘多]/.test(text.charAt(afterLiteral)) && literal ? afterLiteral + 1 : afterLiteral;
    const unit = text.charAt(unitAt);
    if (sum.take(literal?.value ?? null, unit)) {
      end = unitAt + 1;
      continue;
    }
    // a count of a unit that does not fit belongs to the next number: 8万5万 are two
    if (literal === null || (sum.units > 0 && isUnit(unit))) break;
    if (sum.isShort(literal) && !SHORT_END.test(text.charAt(afterLiteral))) break;
    if (sum.units === 0) list = literal.list;
    sum.close(literal);
    end = literal.end;
    break;
  }
  if (end === at) return null;
  return { value: sum.value(), end, unit: sum.unit(), list };
}

/** A number while it is read, unit after unit from the greatest to the least; below each 万 and 亿 the small units begin anew. */
class Sum {
  units = 0;
  #total = 0n;
  #section = 0n;
  #smallest = ANY;
  #large = ANY;
  #last = ANY;
  #counts = 0;
  #count = 0n;

  hasRoomFor(count: bigint): boolean {
    return count < this.#last * ONE;
  }

  /** Adds so many of a unit; `false` where the character is none, or none that can follow. @param count `null` where none is written */
  take(count: bigint | null, character: string): boolean {
    const small = SMALL.get(character);
    const large = LARGE.get(character);
    if (small !== undefined) {
      const times = count ?? (small === 10n && this.#last > 10n ? ONE : null);
      if (times === null || small >= this.#smallest || small >= this.#last) return false;
      this.#section += times * small;
      this.#smallest = small;
      this.#last = small;
    } else if (large !== undefined) {
      const times = this.#section + (count ?? 0n);
      if (times === 0n || large >= this.#large) return false;
      this.#total += times * large;
      this.#section = 0n;
      this.#smallest = ANY;
      this.#large = large;
      this.#last = large;
    } else {
      return false;
    }
    if (count !== null) this.#take(count);
    this.units++;
    return true;
  }

  /** Adds what is written without a unit: the whole, the rest, or, as in 一万五, so many of the next unit. */
  close(literal: Literal): void {
    const { value } = literal;
    this.#section += this.isShort(literal) ? value * (this.#last / 10n) : value;
    this.#take(value);
  }

  /** Whether a last digit counts in the unit below the last one. */
  isShort({ digits }: Literal): boolean {
    return this.units > 0 && this.#last >= 100n && digits === 1;
  }

  value(): bigint {
    return this.#total + this.#section;
  }

  unit(): bigint {
    return this.units > 0 && this.#counts === 1 && this.#count > 0n ? this.value() / this.#count : 1n;
  }

  #take(count: bigint): void {
    this.#counts++;
    this.#count = count;
  }
}

interface Literal {
  readonly value: bigint;
  readonly end: number;
  readonly digits: number;
  readonly list: readonly bigint[];
}

function literalAt(text: string, at: number, afterUnit: boolean): Literal | null {
  const arabic = match(GROUPED, text, at) ?? match(ARABIC, text, at);
  if (arabic !== null) {
    const plain = arabic.replace(/[, ]/g, '');
    return { value: unitsOf(plain), end: at + arabic.length, digits: plain.length, list: listIn(arabic) };
  }
  const chinese = match(afterUnit ? LAST_DIGIT : CHINESE, text, at);
  if (chinese === null) return null;
  const digits = [...chinese].map((character) => DIGITS.get(character) ?? '.').join('');
  return { value: unitsOf(digits), end: at + chinese.length, digits: chinese.length, list: [] };
}

/** White space stands more often between two numbers than within one; a comma may where each has three digits. */
function listIn(arabic: string): readonly bigint[] {
  if (arabic.includes(' ')) return arabic.split(' ').map(unitsOf);
  return /^[1-9]\d\d(,[1-9]\d\d)+$/.test(arabic) ? arabic.split(',').map(unitsOf) : [];
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function isUnit(character: string): boolean {
  return SMALL.has(character) || LARGE.has(character);
}

/** Whether a text is one digit in Chinese, which is more often part of a word than a number. */
export function isLoneDigit(text: string): boolean {
  return text.length === 1 && DIGITS.has(text);
}
