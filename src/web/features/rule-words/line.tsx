import type { ReactNode } from 'react';

/** One line of a rule: its subject and its text. */
export function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
