import type { PolicyDocument } from '../document/schema.ts';
import type { Step } from '../reading/fault.ts';
import type { Check } from './check.ts';
import { visitNodes } from './check.ts';

/** Width of punctuation and white space differ between a page and a quotation; nothing else may. */
export function foldQuote(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/**
 * Every clause quotes words that stand in the document.
 *
 * @param source the text of the document; where it is not available, nothing is looked up, which is a warning
 */
export function checkQuotes(source: string | null): Check {
  if (source === null) return tellUnchecked;
  const folded = foldQuote(source);
  return ({ document, report }) => {
    const known = new Map<string, boolean>();
    visitQuotes(document, (quote, path) => {
      const there = known.get(quote) ?? folded.includes(foldQuote(quote));
      known.set(quote, there);
      if (!there) report(path, 'quote-not-found', { quote: quote.length > 60 ? `${quote.slice(0, 60)}…` : quote });
    });
  };
}

const tellUnchecked: Check = ({ document, report }) => {
  let count = 0;
  visitQuotes(document, () => count++);
  if (count > 0) report(['source', 'file'], 'no-source', { file: document.source.file, count });
};

function visitQuotes(document: PolicyDocument, visit: (quote: string, path: readonly Step[]) => void): void {
  visitNodes(document, [], ({ item, quote }, path) => {
    if (typeof item === 'string' && typeof quote === 'string' && path.at(-1) === 'clause') visit(quote, [...path, 'quote']);
  });
}
