import type { ReactNode } from 'react';
import { useCatalogue } from './catalogue.ts';
import { Link } from './route.tsx';

/** What can be looked up on the page of the policy. */
export type Anchored = 'allowance' | 'envelope' | 'check' | 'target' | 'headcount' | 'place' | 'noted' | 'reading';

/** The place of something on the page of its policy. */
export function anchorOf(kind: Anchored, id: string): string {
  return `${kind}-${id}`;
}

/** Leads from the name of something to the words of the document that it rests on. */
export function ClauseLink({ kind, id, children }: { kind: Anchored; id: string; children: ReactNode }) {
  const { policy } = useCatalogue();
  return (
    <Link to="/policy" query={{ policy: policy.key }} anchor={anchorOf(kind, id)} className="clause-link">
      {children}
    </Link>
  );
}
