import { useRef } from 'react';
import { go, usePath, useQuery } from '../../../platform/route.tsx';

/** The paper being viewed as it will be printed. */
export interface Printing<Paper extends string> {
  readonly paper: Paper | null;
  open(paper: Paper): void;
  close(): void;
}

/**
 * The paper that the page's address asks for (`?print=…`), so that the browser's back button closes it.
 *
 * @param paths the paths of the page
 */
export function usePrinting<Paper extends string>(paths: readonly string[], papers: readonly Paper[]): Printing<Paper> {
  const asked = useQuery('print');
  const isHere = paths.includes(usePath());
  const opened = useRef(false);
  return {
    paper: (isHere && papers.find((paper) => paper === asked)) || null,
    open(paper) {
      opened.current = true;
      go(addressWith(paper));
    },
    close() {
      if (opened.current) history.back();
      else go(addressWith(null));
      opened.current = false;
    },
  };
}

function addressWith(paper: string | null): string {
  const query = new URLSearchParams(location.search);
  if (paper === null) query.delete('print');
  else query.set('print', paper);
  return location.pathname + (query.size > 0 ? `?${query}` : '');
}
