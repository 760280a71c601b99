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
  return useSyncExternalStore(subscribe, () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      // An address that was cut.
      return location.hash.slice(1);
    }
  });
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

/** Puts an address of ours in the place of the one that the page has, as where a person only looks at the same in another way. */
export function goInstead(address: string): void {
  history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

const lastQueries = new Map<string, string>();

/**
 * The query of the address while one of the paths of a page is shown; while another page is, the last one that it had, so that it stays as it was.
 *
 * @param paths the page's own first
 */
export function useQueryOf(...paths: readonly [string, ...string[]]): string {
  return useSyncExternalStore(subscribe, () => {
    if (paths.includes(location.pathname)) lastQueries.set(paths[0], location.search);
    return lastQueries.get(paths[0]) ?? '';
  });
}

interface GoLinkProps {
  /** As {@link addressOf} gives it. */
  readonly address: string;
  readonly className?: string | undefined;
  /** Where the keyboard has another way to it. */
  readonly tabIndex?: -1;
  readonly children: ReactNode;
}

/** A link to an address of ours that is already made. */
export function GoLink({ address, className, tabIndex, children }: GoLinkProps) {
  return (
    <a href={address} className={className} tabIndex={tabIndex} onClick={(event) => follow(event, address)}>
      {children}
    </a>
  );
}

function follow(event: MouseEvent, address: string): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(address);
}

interface LinkProps {
  readonly to: string;
  readonly query?: Readonly<Record<string, string | null>>;
  /** A place within the page. */
  readonly anchor?: string;
  readonly className?: string;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A link to another page of ours, or to a place on one; a new tab or window is left to the browser. */
export function Link({ to, query, anchor, className, label, children }: LinkProps) {
  const path = usePath();
  useQuery('policy');
  const address = addressOf(to, query, anchor);
  const current = anchor === undefined && (path === to || (path === '/' && to === '/budget'));
  return (
    <a
      href={address}
      className={className}
      onClick={(event) => follow(event, address)}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
