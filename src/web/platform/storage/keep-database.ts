/** The one database of the page. Every function opens and closes it, so that an open connection never blocks its deletion. */
const NAME = 'jintie';
const STORE = 'kept';
/** Incremented when what is stored takes a shape that the page could not read: what was stored before is then dropped. */
const SHAPE = 1;

/** Everything stored, by key. */
export function readAll(): Promise<ReadonlyMap<string, unknown>> {
  return within('readonly', async (store) => {
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return new Map(keys.map((key, index) => [String(key), values[index]]));
  });
}

/** Writes some values and deletes those that are undefined, all of them or none. */
export function writeAll(entries: ReadonlyMap<string, unknown>): Promise<void> {
  return within('readwrite', (store) => {
    for (const [key, value] of entries) {
      if (value === undefined) store.delete(key);
      else store.put(value, key);
    }
  });
}

/** Deletes the database itself. */
export async function deleteDatabase(): Promise<void> {
  await done(indexedDB.deleteDatabase(NAME));
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T | Promise<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([work(transaction.objectStore(STORE)), finished]);
    return result;
  } finally {
    database.close();
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, SHAPE);
  request.onupgradeneeded = () => {
    for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name);
    request.result.createObjectStore(STORE);
  };
  const database = await done(request);
  database.onversionchange = () => database.close();
  return database;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
