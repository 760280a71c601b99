import { useSyncExternalStore } from 'react';
import { deleteDatabase, readAll, writeAll } from './keep-database.ts';

/**
 * What the page remembers, by key: always while it is open, and in the browser's own storage only if the user agrees. A key starts with
 * its kind (`form/…`, `roster/…`, `policy/…`), so that the user can be shown what is stored.
 */
const values = new Map<string, unknown>();

/** Values that are fetched only when they are written: the people of a roster are with the worker. */
class Later {
  readonly supply: () => Promise<unknown>;
  constructor(supply: () => Promise<unknown>) {
    this.supply = supply;
  }
}

/** The switch is in the local storage, where all windows see it at once; the database is not even opened while it is off. */
const SWITCH = 'jintie.keep';
const channel = new BroadcastChannel('jintie.keep');
/** What each window stores, for the others; a channel of its own, since earlier programs reload at any message on the first. */
const others = new BroadcastChannel('jintie.stored');

export interface Keeping {
  readonly on: boolean;
  /** Set if the browser refused to store something. */
  readonly refused: boolean;
  /** The keys in the storage now. */
  readonly stored: readonly string[];
  /** The keys under which another window has stored something else than what is here. */
  readonly elsewhere: readonly string[];
}

let keeping: Keeping = { on: isOn(), refused: false, stored: [], elsewhere: [] };
const listeners = new Set<() => void>();

function tell(change: Partial<Keeping>): void {
  keeping = { ...keeping, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether anything is stored in this browser, and what. */
export function useKeeping(): Keeping {
  return useSyncExternalStore(subscribe, () => keeping);
}

function isOn(): boolean {
  try {
    return localStorage.getItem(SWITCH) === 'on';
  } catch {
    return false;
  }
}

/** Reads what an earlier visit has stored. Called once, before anything asks for it. */
export async function startKeep(): Promise<void> {
  channel.onmessage = () => {
    works.clear();
    location.reload();
  };
  addEventListener('beforeunload', (event) => isUnsaved() && event.preventDefault());
  addEventListener('storage', ({ key }) => key === SWITCH && tell({ on: isOn() }));
  if (!isOn()) return;
  try {
    for (const [key, value] of await readAll()) values.set(key, value);
    tell({ stored: [...values.keys()] });
  } catch {
    tell({ refused: true });
  }
}

/** What is remembered under a key. */
export function kept<T>(key: string): T | undefined {
  const value = values.get(key);
  return value instanceof Later ? undefined : (value as T | undefined);
}

/** What is remembered under a key; renders again whenever it changes. */
export function useRemembered<T>(key: string): T | undefined {
  return useSyncExternalStore(subscribe, () => kept<T>(key));
}

/** Whether something is remembered under a key. */
export function isKept(key: string): boolean {
  return values.has(key);
}

/** The keys with a prefix. */
export function keptKeys(prefix: string): string[] {
  return [...values.keys()].filter((key) => key.startsWith(prefix));
}

/** Remembers a cloneable value; `undefined` forgets it. */
export function keep(key: string, value: unknown): void {
  if (value === undefined) values.delete(key);
  else values.set(key, value);
  for (const listener of listeners) listener();
  if (isOn()) void write([key]);
}

/** Takes up what another window has stored, where this one has nothing. */
export function takeUp(key: string, value: unknown): void {
  values.set(key, value);
  for (const listener of listeners) listener();
}

/** Calls back with what another window has stored by key; of a roster only that it has. */
export function onStoredElsewhere(take: (entries: ReadonlyMap<string, unknown>) => void): void {
  others.onmessage = ({ data }) => take(data);
}

/** Says whether what another window has stored under a key differs from what is here. */
export function markElsewhere(key: string, differs: boolean): void {
  const rest = keeping.elsewhere.filter((one) => one !== key);
  tell({ elsewhere: differs ? [...rest, key] : rest });
}

/** Keys of work: what the user has loaded or typed and would have to redo. */
const works = new Set<string>();

/** Says whether work is remembered under a key. */
export function markWork(key: string, isWork: boolean): void {
  if (isWork) works.add(key);
  else works.delete(key);
}

/** Whether leaving the page now would lose work, because it is not stored, or not all of it yet. */
export function isUnsaved(): boolean {
  return works.size > 0 && (!isOn() || keeping.refused || writing !== null);
}

/** Remembers a value that is only fetched if it is to be stored. */
export function keepLater(key: string, supply: () => Promise<unknown>): void {
  keep(key, new Later(supply));
}

const unwritten = new Set<string>();
let writing: Promise<void> | null = null;

/**
 * Writes keys one batch after the other: changes in the meantime go with the next. What another window has stored otherwise goes too, so
 * that all that is stored is always of one window.
 */
function write(keys: readonly string[]): Promise<void> {
  for (const key of [...keys, ...keeping.elsewhere]) unwritten.add(key);
  writing ??= writeBatches().finally(() => {
    writing = null;
  });
  return writing;
}

async function writeBatches(): Promise<void> {
  try {
    while (unwritten.size > 0) {
      const batch = [...unwritten];
      unwritten.clear();
      const entries = new Map<string, unknown>();
      for (const key of batch) {
        const value = values.get(key);
        entries.set(key, value instanceof Later ? await value.supply() : value);
      }
      if (!isOn()) return;
      await writeAll(entries);
      others.postMessage(new Map([...entries].map(([key, value]) => [key, key.startsWith('form/') ? value : null])));
      const left = [...entries].filter(([, value]) => value !== undefined).map(([key]) => key);
      const elsewhere = keeping.elsewhere.filter((key) => !entries.has(key));
      tell({ refused: false, elsewhere, stored: [...keeping.stored.filter((key) => !entries.has(key)), ...left] });
    }
  } catch {
    tell({ refused: true });
  }
}

/** Starts storing, beginning with everything that is remembered. */
export async function startKeeping(): Promise<void> {
  try {
    localStorage.setItem(SWITCH, 'on');
  } catch {
    tell({ refused: true });
    return;
  }
  tell({ on: true, refused: false });
  await storeAll();
}

/** Stores everything that is remembered here, whatever another window has stored. */
export function storeAll(): Promise<void> {
  return write([...values.keys()]);
}

/** Stops storing: what was stored is deleted, what is on the page stays until it is closed. */
export async function stopKeeping(): Promise<void> {
  localStorage.removeItem(SWITCH);
  tell({ on: false });
  await writing;
  await deleteDatabase();
  tell({ refused: false, stored: [] });
}

/**
 * Forgets everything: the storage of this browser under any name, and the memory of this window and of all others, which reload.
 * The files of the program go too, unless there is no network to fetch them from again.
 */
export async function forgetEverything(): Promise<void> {
  values.clear();
  works.clear();
  unwritten.clear();
  localStorage.clear();
  sessionStorage.clear();
  await writing;
  await deleteDatabase();
  if (navigator.onLine) {
    for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
    for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  }
  channel.postMessage('forgotten');
  // A browser may restore a page as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  location.replace('/');
}
