import type { ReactNode } from 'react';
import { Link } from '../platform/route.tsx';
import { useCatalogue } from './catalogue.ts';
import { useKeyOf } from './policies.ts';

/** The kinds of entries that the policy page has anchors for. */
export type Anchored =
  | 'allowance'
  | 'claim'
  | 'envelope'
  | 'check'
  | 'target'
  | 'headcount'
  | 'total'
  | 'place'
  | 'derivation'
  | 'noted'
  | 'reading';

/** The anchor of an entry on the page of its policy. */
export function anchorOf(kind: Anchored, id: string): string {
  return `${kind}-${id}`;
}

interface Props {
  readonly kind: Anchored;
  readonly id: string;
  /** The policy, if it is an earlier one than the page's. */
  readonly policy?: string | undefined;
  /** An accessible name, for readers who cannot see the context. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Links the name of an entry to the clause that it rests on. */
export function ClauseLink({ kind, id, policy: earlier, label, children }: Props) {
  const { policy } = useCatalogue();
  const key = useKeyOf(earlier) ?? policy.key;
  return (
    <Link to="/policy" query={{ policy: key }} anchor={anchorOf(kind, id)} className="clause-link" label={label}>
      {children}
    </Link>
  );
}
