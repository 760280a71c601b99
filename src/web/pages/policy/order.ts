/** Normalises text for finding quotations: white space and the width of punctuation do not matter. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Where quotations occur in a document. */
export interface Order {
  /** Whether one quotation is part of another. */
  contains(whole: string, part: string): boolean;
  /** Sorts items by where their quotations occur, or by their numbers if the document's text is not available. */
  compare(a: Place, b: Place): number;
}

export interface Place {
  readonly item: string;
  readonly quote: string;
}

/** @param source the text of the document, if there is one */
export function orderIn(source: string | null): Order {
  const text = source === null ? '' : fold(source);
  const at = ({ quote }: Place) => {
    const found = text.indexOf(fold(quote));
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  return {
    contains: (whole, part) => fold(whole).includes(fold(part)),
    compare(a, b) {
      const [one, other] = [at(a), at(b)];
      return one === other ? compareNumbers(numbersOf(a.item), numbersOf(b.item)) : one < other ? -1 : 1;
    },
  };
}

const DIGITS = '\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d';
const TEN = '\u5341';

/** The numbers in the name of an item, Arabic or Chinese: 12 of "12"; 3, 2 and 1 of a part of a section of a chapter. */
function numbersOf(item: string): number[] {
  const runs = item.match(new RegExp(`\\d+|[${DIGITS}${TEN}]+`, 'g')) ?? [];
  return runs.map((run) => (/\d/.test(run) ? Number(run) : chinese(run)));
}

function chinese(run: string): number {
  const [tens, ones] = run.includes(TEN) ? run.split(TEN) : ['', run];
  const digit = (text = '') => Math.max(0, DIGITS.indexOf(text));
  return (run.includes(TEN) ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? -1;
    if (one !== other) return one - other;
  }
  return a.length - b.length;
}
