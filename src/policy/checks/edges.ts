import { partsOf } from '../../words/grammar/number.ts';
import type { Clause } from '../document/schema.ts';
import { visitPolicy } from '../document/stands.ts';
import type { Check } from './check.ts';
import { type Quoted, readQuoted } from './quoted/stands.ts';

/** Words that say that an edge itself is not in the lower band. */
const SETTLED = /不满|不滿|未满|未滿|不足|小于|小於|低于|低於/;
/** What follows a number that is a sum or a share, and so no edge. */
const NO_EDGE = /^[%‰元圆圓角]/;

/**
 * A quote that names the edge of a band twice (5—10年、10—15年) leaves open on which side the edge itself lies, unless it says so. The rule has
 * decided it, so this is a warning.
 */
export const checkEdges: Check = ({ document, report }) => {
  visitPolicy(document, ({ node }) => ({
    byBand({ node: bands, path }) {
      const { quote, display = quote } = (node as { clause: Clause }).clause;
      if (SETTLED.test(quote) || SETTLED.test(display)) return;
      const texts = [...new Set([quote, display])].map(readQuoted);
      for (const [index, { from }] of bands.entries())
        if (index > 0 && texts.some((text) => isNamedTwice(text, from)))
          report([...path, index, 'from'], 'edge-named-twice', { edge: from });
    },
  }));
};

function isNamedTwice({ byValue }: Quoted, edge: string | number): boolean {
  // numbers of a text are in hundred-millionths
  const named = byValue.get(partsOf(edge) * 10_000n) ?? [];
  return named.filter(({ after }) => !NO_EDGE.test(after)).length > 1;
}
