/**
 * Lets the page work without a network after one visit: it stores the files of one build, and answers for the page and its files alone.
 * The API, its
 * reference and everything that is not a plain GET go to the network untouched.
 */
declare const self: ServiceWorkerGlobalScope;

export {};

/**
 * Filled in by the build: the version (a hash of all files), their paths (with those that are stored on first use apart), and the addresses
 * of the page.
 */
const { version, files, later, pages } = JSON.parse('__FILES_OF_THE_BUILD__') as Record<'files' | 'later' | 'pages', string[]> & {
  version: string;
};
const PREFIX = 'jintie-program-';
const CACHE = PREFIX + version;
/** The page itself; it answers every address of one of our pages. */
const PAGE = '/';

self.addEventListener('install', (event) => event.waitUntil(fetchBuild()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldBuilds()));
// A new version waits until nobody uses the old one, or until the user asks for it.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
  else event.waitUntil(storeUsed(event.data.used).then(() => event.ports[0]?.postMessage('stored')));
});
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && pages.includes(pathname)) event.respondWith(answer(PAGE, event.request));
  else if (files.includes(pathname)) event.respondWith(answer(pathname, event.request));
  else if (later.includes(pathname)) event.respondWith(answerAndStore(pathname, event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(answerFromAnyBuild(event.request));
});

async function fetchBuild(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [PAGE, ...files].map(async (path) => {
      const response = await fetch(path, { cache: path === PAGE ? 'reload' : 'default' });
      // A file no longer exists: this build cannot be stored completely.
      if (!response.ok || isPage(response) !== (path === PAGE)) throw new Error(`${path}: status ${response.status}`);
      await cache.put(path, response);
    }),
  );
}

async function answer(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

/** Files that the page used before this service worker could see it. */
async function storeUsed(paths: readonly string[]): Promise<void> {
  await Promise.all(
    later.filter((path) => paths.includes(path)).map((path) => answerAndStore(path, new Request(path)).catch(() => undefined)),
  );
}

async function answerAndStore(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(path);
  if (stored) return stored;
  const response = await fetch(request);
  if (response.ok && !isPage(response)) await cache.put(path, response.clone());
  return response;
}

/** For a file that no longer exists, the server answers with the page. */
function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

/** A window that is still open may belong to the previous build. */
async function answerFromAnyBuild(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** Keeps this build and the previous one, for windows that are still open. */
async function dropOldBuilds(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of names.slice(0, -1)) await caches.delete(name);
}
