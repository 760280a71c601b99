import { useSyncExternalStore } from 'react';

/** How the program itself is stored in this browser, as distinct from the user's data. */
export interface ProgramState {
  /** The page opens without a network from now on. */
  readonly offline: boolean;
  /** A newer version is installed and waiting. */
  readonly newer: boolean;
}

let state: ProgramState = { offline: false, newer: false };
const listeners = new Set<() => void>();

function tell(change: Partial<ProgramState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the page works offline, and whether there is a newer version of it. */
export function useProgram(): ProgramState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Lets the browser store the files of the page once it is open, and looks for newer ones when the user comes back to it. */
export async function storeProgram(): Promise<void> {
  // In development there is no build to store.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  try {
    await navigator.serviceWorker.register('/sw.js');
  } catch {
    // A browser may refuse; the page then needs the network.
    return;
  }
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  watch(registration);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    const { active, waiting } = registration;
    if (active) void storeUsed(active).then(() => tell({ offline: true }));
    // Without a controller the page came from the network and is the newest version.
    if (waiting && navigator.serviceWorker.controller) tell({ newer: true });
  };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  navigator.serviceWorker.addEventListener('controllerchange', () => tell({ newer: true }));
  follow();
  look();
}

/** Stores the files that are only stored once used, if they were used before the service worker could see it. */
async function storeUsed(worker: ServiceWorker): Promise<void> {
  const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const { port1, port2 } = new MessageChannel();
  const stored = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  worker.postMessage({ used }, [port2]);
  await stored;
}

/** Switches to the newer version, and reloads the page. */
export async function takeNewer(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  registration.waiting.postMessage('take-over');
}
