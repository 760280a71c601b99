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

/** What the query of the address says under a name. */
export function useQuery(name: string): string | null {
  return useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(name));
}

/** The place within the page that the address names, without `#`; empty where it names none. */
export function useAnchor(): string {
  return useSyncExternalStore(subscribe, () => decodeURIComponent(location.hash.slice(1)));
}

/** What a person has asked for on every page: it goes along from one to the next. */
const KEPT = ['policy', 'lang'];

/**
 * The address of a page of ours.
 *
 * @param query what it asks for besides; `null` drops what would go along
 * @example addressOf('/policy', {}, 'allowance-meal') // "/policy?policy=jinfeng-2021#allowance-meal" where that policy was asked for
 */
export function addressOf(path: string, query: Readonly<Record<string, string | null>> = {}, anchor = ''): string {
  const params = new URLSearchParams(location.search);
  for (const name of [...params.keys()]) if (!KEPT.includes(name)) params.delete(name);
  for (const [name, value] of Object.entries(query)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return `${path}${params.size > 0 ? `?${params}` : ''}${anchor && `#${encodeURIComponent(anchor)}`}`;
}

/** Goes to an address of ours without loading the page anew. */
export function go(address: string): void {
  history.pushState(null, '', address);
  if (!location.hash) scrollTo(0, 0);
  for (const listener of listeners) listener();
}

interface LinkProps {
  readonly to: string;
  readonly query?: Readonly<Record<string, string | null>>;
  /** A place within the page. */
  readonly anchor?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to another page of ours, or to a place on one; a new tab or window is left to the browser. */
export function Link({ to, query, anchor, className, children }: LinkProps) {
  const path = usePath();
  useQuery('policy');
  const address = addressOf(to, query, anchor);
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(address);
  };
  const current = anchor === undefined && (path === to || (path === '/' && to === '/budget'));
  return (
    <a href={address} className={className} onClick={follow} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
