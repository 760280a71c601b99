import { useEffect } from 'react';
import { useAnchor, usePath } from '../../platform/route.tsx';

/**
 * Brings the place that the address names into sight, and the keyboard to it.
 *
 * @param ready whether the page is drawn
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
