import { type ReactNode, useEffect, useRef, useState } from 'react';

interface TableFrameProps {
  /** What the table is called. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The frame in which a wide table scrolls sideways. Only while it does can it be focused, so that the arrow keys move it. */
export function TableFrame({ label, className = '', children }: TableFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className={`table-frame ${className}`.trim()} {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}
