import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface LayerProps {
  readonly shown: boolean;
  readonly children: ReactNode;
}

/**
 * One of several views that cover each other. A covered view keeps its state; when it is shown again, its scroll position and keyboard
 * focus are restored.
 */
export function Layer({ shown, children }: LayerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const left = useRef<{ top: number; focus: HTMLElement | null } | null>(null);
  useLayoutEffect(() => {
    if (!shown) return;
    const here = left.current;
    if (here) {
      scrollTo(0, here.top);
      if (here.focus?.isConnected) here.focus.focus({ preventScroll: true });
    }
    let top = here?.top ?? scrollY;
    const note = () => {
      top = scrollY;
    };
    addEventListener('scroll', note, { passive: true });
    return () => {
      removeEventListener('scroll', note);
      const focus = document.activeElement;
      left.current = { top, focus: focus instanceof HTMLElement && frame.current?.contains(focus) ? focus : null };
    };
  }, [shown]);
  return (
    <div ref={frame} hidden={!shown}>
      {children}
    </div>
  );
}
