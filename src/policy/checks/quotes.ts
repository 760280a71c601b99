import type { PolicyDocument } from '../document/schema.ts';
import type { FaultParams, Step } from '../reading/fault.ts';
import type { Check } from './check.ts';
import { visitNodes } from './check.ts';
import { quoteSlip } from './quoted/quoting.ts';

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
    const known = new Map<string, FaultParams | null>();
    visitQuotes(document, (quote, path) => {
      const absent = known.get(quote) ?? (folded.includes(foldQuote(quote)) ? null : absentParams(folded, quote, known.size));
      known.set(quote, absent);
      if (absent) report(path, 'quote-not-found', absent);
    });
  };
}

/** At most so many quotations of a document are compared with it in search of why they are not found. */
const MOST_SEARCHED = 200;

function absentParams(folded: string, quote: string, searched: number): FaultParams {
  const slip = searched < MOST_SEARCHED ? quoteSlip(folded, foldQuote(quote)) : null;
  return { quote: quote.length > 60 ? `${quote.slice(0, 60)}…` : quote, ...slip };
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
