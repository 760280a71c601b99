import { useEffect } from 'react';
import { useAnchor, usePath } from '../../platform/route.tsx';

/**
 * Scrolls to the anchor in the address, and moves the keyboard focus there.
 *
 * @param ready whether the page is rendered
 */
export function useArrival(ready: boolean): void {
  const path = usePath();
  const anchor = useAnchor();
  useEffect(() => {
    if (!ready || path !== '/policy' || anchor === '') return;
    const place = document.getElementById(anchor);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }, [ready, path, anchor]);
}
