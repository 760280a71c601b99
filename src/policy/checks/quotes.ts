import type { PolicyDocument } from '../document/schema.ts';
import type { FaultParams, Step } from '../reading/fault.ts';
import { type Check, type CheckContext, own, visitNodes } from './check.ts';
import { quoteSlip } from './quoted/quoting.ts';

/** Width of punctuation and white space differ between a page and a quotation; nothing else may. */
export function foldQuote(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** The texts of other documents, by the names under which `sources` has them. */
export type OtherTexts = Readonly<Record<string, string>>;

/**
 * Every clause quotes words that stand in the document, or in the other one that it names.
 *
 * @param source the text of the document; where it is not available, nothing is looked up, which is a warning
 * @param others the same for other documents
 */
export function checkQuotes(source: string | null, others: OtherTexts): Check {
  return (context) => {
    const { document, report } = context;
    const quotations = quotationsOf(document);
    const byDocument = Map.groupBy(quotations, ({ document: name }) => name);
    for (const [name, list] of byDocument) {
      if (name !== undefined && !own(document.sources ?? {}, name)) {
        for (const { path } of list) report([...path, 'document'], 'document-not-named', { document: name });
        continue;
      }
      const text = name === undefined ? source : (own(others, name) ?? null);
      if (text === null) tellUnchecked(context, name, list.length);
      else lookUp(text, list, report);
    }
    for (const name of Object.keys(document.sources ?? {})) {
      if (!byDocument.has(name)) report(['sources', name], 'unused-source', { document: name });
    }
    for (const name of Object.keys(others)) {
      if (!own(document.sources ?? {}, name)) report(['sources'], 'text-not-named', { document: name });
    }
  };
}

function lookUp(text: string, quotations: readonly Quotation[], report: CheckContext['report']): void {
  const folded = foldQuote(text);
  const known = new Map<string, FaultParams | null>();
  for (const { quote, path } of quotations) {
    const absent = known.get(quote) ?? (folded.includes(foldQuote(quote)) ? null : absentParams(folded, quote, known.size));
    known.set(quote, absent);
    if (absent) report([...path, 'quote'], 'quote-not-found', absent);
  }
}

/** At most so many quotations of a document are compared with it in search of why they are not found. */
const MOST_SEARCHED = 200;

function absentParams(folded: string, quote: string, searched: number): FaultParams {
  const slip = searched < MOST_SEARCHED ? quoteSlip(folded, foldQuote(quote)) : null;
  return { quote: quote.length > 60 ? `${quote.slice(0, 60)}…` : quote, ...slip };
}

function tellUnchecked({ document, report }: CheckContext, name: string | undefined, count: number): void {
  const file = name === undefined ? document.source.file : own(document.sources ?? {}, name)?.file;
  const at = name === undefined ? ['source', 'file'] : ['sources', name, 'file'];
  report(at, 'no-source', { file: file ?? '', count, ...(name !== undefined && { document: name }) });
}

/** The words of a clause. */
interface Quotation {
  readonly quote: string;
  /** The other document that they are of; none for those of the document itself. */
  readonly document: string | undefined;
  readonly path: readonly Step[];
}

function quotationsOf(policy: PolicyDocument): Quotation[] {
  const found: Quotation[] = [];
  visitNodes(policy, [], ({ item, quote, document }, path) => {
    if (typeof item !== 'string' || typeof quote !== 'string' || path.at(-1) !== 'clause') return;
    found.push({ quote, document: document as string | undefined, path });
  });
  return found;
}
