// The record in the browser's storage: one object, written whole, on the disk before it is said to be kept.

/** @import { Kept } from "./page.js" */

const [DATABASE, STORE, KEY] = ["carelevel", "record", "now"];

const ABORTED = new DOMException("", "AbortError");
export const WRITTEN_ELSEWHERE = "WrittenElsewhere";

/** @returns {Promise<IDBDatabase>} */
export async function openRecord() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return done(opening);
}

/** @param {IDBDatabase} database @returns {Promise<Kept>} */
export async function readRecord(database) {
  const kept = await done(database.transaction(STORE).objectStore(STORE).get(KEY));
  return kept ?? { number: 0, files: {} }; // the first time
}

// Put *kept* in the place of the one before it; refused where that is another one by now.
/** @param {IDBDatabase} database @param {Kept} kept @returns {Promise<void>} */
export function writeRecord(database, kept) {
  const writing = database.transaction(STORE, "readwrite", { durability: "strict" });
  const store = writing.objectStore(STORE);
  return new Promise((resolve, reject) => {
    let elsewhere = false;
    const before = store.get(KEY);
    before.onsuccess = () => {
      elsewhere = (before.result?.number ?? 0) !== kept.number - 1;
      if (elsewhere) writing.abort();
      else store.put(kept, KEY);
    };
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(elsewhere ? new DOMException("", WRITTEN_ELSEWHERE) : (writing.error ?? ABORTED));
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
