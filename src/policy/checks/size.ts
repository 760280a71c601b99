import type { FigureTree, PolicyDocument } from '../document/schema.ts';
import type { Finding, Step } from '../reading/fault.ts';

/** How much one policy may hold; far more than any document has, and little enough to be tried out. */
export const MOST_ALLOWANCES = 500;
export const MOST_CELLS = 20_000;
const MOST_FACTS_OF_A_TABLE = 8;
const MOST_CLAUSES = 3_000;
/** A budget prices every option of every reading. */
const MOST_OPTIONS = 200;

/** A document is of a size that can be checked and run. */
export function checkSize(document: PolicyDocument): Finding[] {
  const found: Finding[] = [];
  const limit = (count: number, maximum: number, path: readonly Step[]) => {
    if (count > maximum) found.push({ path, code: 'too-many', params: { maximum } });
  };
  limit(Object.keys(document.allowances).length, MOST_ALLOWANCES, ['allowances']);
  const parameters = Object.entries(document.parameters);
  limit(
    parameters.reduce((total, [, { value, values }]) => total + cells(values ?? value ?? null), 0),
    MOST_CELLS,
    ['parameters'],
  );
  const options = Object.values(document.readings).reduce((total, reading) => total + Object.keys(reading.options).length, 0);
  limit(options, MOST_OPTIONS, ['readings']);
  for (const [key, { by = [] }] of parameters) limit(by.length, MOST_FACTS_OF_A_TABLE, ['parameters', key, 'by']);
  for (const part of ['readings', 'noted', 'targets', 'headcounts', 'totals', 'envelopes', 'checks'] as const)
    limit(Object.keys(document[part]).length, MOST_CLAUSES / 6, [part]);
  return found;
}

function cells(tree: FigureTree): number {
  if (tree === null || typeof tree === 'string' || Array.isArray(tree)) return 1;
  return Object.values(tree).reduce<number>((total, branch) => total + cells(branch), 0);
}
