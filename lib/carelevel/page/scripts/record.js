// The record in the browser's storage: one object, written whole, on the disk before it is said to be kept.

/** @import { Kept } from "./page.js" */

const [DATABASE, STORE, KEY] = ["carelevel", "record", "now"];

const ABORTED = new DOMException("", "AbortError");
export const WRITTEN_ELSEWHERE = "WrittenElsewhere";

// Nothing where the browser lets the page keep something; else it throws what the browser says.
export async function tryStorage() {
  (await opened()).close();
}

/** @returns {Promise<Kept>} */
export async function readRecord() {
  const database = await opened();
  const kept = await done(database.transaction(STORE).objectStore(STORE).get(KEY));
  database.close();
  return kept ?? { number: 0, files: {} }; // the first time
}

// Put *kept* in the place of the one before it; refused where that is another one by now. Where there is none any more,
// since somebody has cleared the browser's data, it stands there again.
/** @param {Kept} kept @returns {Promise<void>} */
export async function writeRecord(kept) {
  const database = await opened(); // each time: a browser closes it when its data is cleared
  try {
    await put(database, kept);
  } finally {
    database.close();
  }
}

/** @param {IDBDatabase} database @param {Kept} kept @returns {Promise<void>} */
function put(database, kept) {
  const writing = database.transaction(STORE, "readwrite", { durability: "strict" });
  const store = writing.objectStore(STORE);
  return new Promise((resolve, reject) => {
    let elsewhere = false;
    const before = store.get(KEY);
    before.onsuccess = () => {
      elsewhere = before.result !== undefined && before.result.number !== kept.number - 1;
      if (elsewhere) writing.abort();
      else store.put(kept, KEY);
    };
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(elsewhere ? new DOMException("", WRITTEN_ELSEWHERE) : (writing.error ?? ABORTED));
  });
}

/** @returns {Promise<IDBDatabase>} */
async function opened() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return done(opening);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
