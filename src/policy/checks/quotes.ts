import type { Check } from './check.ts';
import { visitNodes } from './check.ts';

/** Width of punctuation and white space differ between a page and a quotation; nothing else may. */
export function foldQuote(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** Every clause quotes words that stand in the document. @param source the text of the document */
export function checkQuotes(source: string): Check {
  const folded = foldQuote(source);
  return ({ document, report }) => {
    const known = new Map<string, boolean>();
    visitNodes(document, [], (node, path) => {
      const { item, quote } = node;
      if (typeof item !== 'string' || typeof quote !== 'string' || path.at(-1) !== 'clause') return;
      const there = known.get(quote) ?? folded.includes(foldQuote(quote));
      known.set(quote, there);
      if (!there) report([...path, 'quote'], 'quote-not-found', { quote: quote.length > 60 ? `${quote.slice(0, 60)}…` : quote });
    });
  };
}
