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

/** The path of the page, without a trailing slash. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname.replace(/(?<=.)\/+$/, ''));
}

/** A parameter of the address's query. */
export function useQuery(name: string): string | null {
  return useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(name));
}

/** The anchor in the address, without `#`; empty if there is none. */
export function useAnchor(): string {
  return useSyncExternalStore(subscribe, () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      // A truncated address.
      return location.hash.slice(1);
    }
  });
}

/** What the user has asked for on every page: it is carried along from one to the next. */
const KEPT = ['policy', 'lang'];

/**
 * The address of a page of ours.
 *
 * @param query further parameters; `null` drops one that would be carried along
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

/** Goes to an address of ours without reloading the page. */
export function go(address: string): void {
  history.pushState(null, '', address);
  if (!location.hash) scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** Replaces the address by another of ours, when the user only views the same thing in another way. */
export function goInstead(address: string): void {
  history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

const lastQueries = new Map<string, string>();

/**
 * The query of the address while one of the paths of a page is shown; while another page is, the last one it had, so that it keeps its
 * state.
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
  /** An address from {@link addressOf}. */
  readonly address: string;
  readonly className?: string | undefined;
  /** Set if the keyboard has another way to it. */
  readonly tabIndex?: -1;
  readonly children: ReactNode;
}

/** A link to a ready-made address of ours. */
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
  /** An anchor within the page. */
  readonly anchor?: string;
  readonly className?: string;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A link to another page of ours, or to an anchor on one; opening a new tab or window is left to the browser. */
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
