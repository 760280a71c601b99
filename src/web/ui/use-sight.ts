import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The heights that the style sheet gives to a row and to the header. */
export const ROW_PX = 32;
export const HEADER_PX = 34;

/** The rows of a frame that are in sight. */
export interface Sight {
  readonly first: number;
  readonly count: number;
  /** Scrolls no further than needed. */
  scrollToRow(index: number): void;
}

/** Which rows of a frame are in sight. It stays where it was while the frame is hidden. */
export function useSight(frame: RefObject<HTMLDivElement | null>, total: number, listKey: string): Sight {
  const [first, setFirst] = useState(0);
  const [count, setCount] = useState(0);
  const top = useRef(0);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      if (element.clientHeight === 0) return;
      top.current = element.scrollTop;
      setFirst(Math.floor(element.scrollTop / ROW_PX));
    };
    const watch = new ResizeObserver(() => {
      if (element.clientHeight === 0) return;
      setCount(Math.ceil((element.clientHeight - HEADER_PX) / ROW_PX) + 1);
      // Some browsers forget where a hidden element was.
      if (element.scrollTop !== top.current) element.scrollTop = top.current;
    });
    element.addEventListener('scroll', look, { passive: true });
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watch.disconnect();
    };
  }, [frame]);

  // Effects also run again where React has hidden what was there for a while; that is no other list.
  const shown = useRef(listKey);
  useLayoutEffect(() => {
    if (shown.current === listKey) return;
    shown.current = listKey;
    top.current = 0;
    frame.current?.scrollTo({ top: 0 });
    setFirst(0);
  }, [frame, listKey]);

  const scrollToRow = (index: number) => {
    const element = frame.current;
    if (!element) return;
    const room = element.clientHeight - HEADER_PX;
    const at = index * ROW_PX;
    if (at < element.scrollTop) element.scrollTop = at;
    else if (at + ROW_PX > element.scrollTop + room) element.scrollTop = at + ROW_PX - room;
  };
  return { first: Math.min(first, Math.max(0, total - 1)), count, scrollToRow };
}
