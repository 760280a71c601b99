import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** The path of the page, without a slash at its end. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname.replace(/(?<=.)\/+$/, ''));
}

/** Goes to another page without loading it anew; what was asked for in the query stays. */
function go(path: string): void {
  history.pushState(null, '', path + location.search);
  scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** A link to another page of ours; a new tab or window is left to the browser. */
export function Link({ to, children }: { to: string; children: ReactNode }) {
  const path = usePath();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  const current = path === to || (path === '/' && to === '/budget');
  return (
    <a href={to} onClick={follow} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
