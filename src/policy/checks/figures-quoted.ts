import type { Check } from './check.ts';
import { restingFigures } from './quoted/figures.ts';
import { type FigureKind, readQuoted, standsIn } from './quoted/stands.ts';

/**
 * Every figure stands in the words that it rests on: in the quote of its clause, or in the display that repairs the quote. A note does not
 * count, for it is no word of the document. What does not stand there may follow from other words, so this is a warning.
 */
export const checkFiguresQuoted: Check = ({ document, report }) => {
  const texts = new Map<string, Lookup>();
  const lookUp = (words: string): Lookup => {
    const known = texts.get(words) ?? lookupIn(words);
    texts.set(words, known);
    return known;
  };
  for (const { path, text, kind, clauses } of restingFigures(document)) {
    const words = clauses.flatMap(({ quote, display }) => (display === undefined ? [quote] : [quote, display]));
    if (!words.some((one) => lookUp(one)(text, kind))) report(path, 'figure-not-quoted', { figure: text, kind });
  }
};

type Lookup = (figure: string, kind: FigureKind) => boolean;

/** Cells of a table often share their clause and their figures: each is looked up once. */
function lookupIn(words: string): Lookup {
  const quoted = readQuoted(words);
  const known = new Map<string, boolean>();
  return (figure, kind) => {
    const key = `${kind} ${figure}`;
    const there = known.get(key) ?? standsIn(quoted, figure, kind);
    known.set(key, there);
    return there;
  };
}
