import type { ReactNode } from 'react';
import { Link } from '../platform/route.tsx';
import { useCatalogue } from './catalogue.ts';
import { useKeyOf } from './policies.ts';

/** What can be looked up on the page of the policy. */
export type Anchored = 'allowance' | 'envelope' | 'check' | 'target' | 'headcount' | 'place' | 'noted' | 'reading';

/** The place of something on the page of its policy. */
export function anchorOf(kind: Anchored, id: string): string {
  return `${kind}-${id}`;
}

interface Props {
  readonly kind: Anchored;
  readonly id: string;
  /** The policy, where it is an earlier one than that of the page. */
  readonly policy?: string | undefined;
  /** What it is called for who cannot see where it stands. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Leads from the name of something to the words of the document that it rests on. */
export function ClauseLink({ kind, id, policy: earlier, label, children }: Props) {
  const { policy } = useCatalogue();
  const key = useKeyOf(earlier) ?? policy.key;
  return (
    <Link to="/policy" query={{ policy: key }} anchor={anchorOf(kind, id)} className="clause-link" label={label}>
      {children}
    </Link>
  );
}
