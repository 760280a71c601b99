import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a view that was just opened: keyboard focus and screen readers start there. */
export function ArrivalHeading({ id, children }: { id: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} id={id} tabIndex={-1}>
      {children}
    </h1>
  );
}
