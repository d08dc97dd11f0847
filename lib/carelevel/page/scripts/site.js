// Served by a web server: the parts are fetched, and a service worker is asked to keep them for the next time.

import { unpacked } from "./unpack.js";

/** @import { About, Tell } from "./page.js" */

export const NOT_FETCHED = "not-fetched";
const [WORKER, PARTS, UNPACKED, OURS] = ["service-worker.js", "/parts/", "X-Unpacked", "carelevel "];

// Every part; a worker has them unpacked, else they come packed, and *tell* is told how much has come.
/** @param {About} about @param {Tell} tell @returns {Promise<Record<string, Response>>} */
export async function fetchParts({ parts, files = {} }, tell) {
  const whole = Object.values(parts).reduce((sum, length) => sum + length, 0);
  let come = 0;
  const count = () =>
    new TransformStream({
      transform(chunk, to) {
        come += chunk.length;
        tell("step_unpack", come / whole);
        to.enqueue(chunk);
      },
    });
  /** @param {string} path */
  const part = async (path) => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(String(response.status));
    return response.headers.has(UNPACKED) ? response : unpacked(new Response(response.body?.pipeThrough(count())));
  };
  try {
    const all = Object.entries(files).map(async ([name, path]) => /** @type {const} */ ([name, await part(path)]));
    return Object.fromEntries(await Promise.all(all));
  } catch (error) {
    console.warn(error);
    throw new DOMException("", NOT_FETCHED);
  }
}

// What it cannot keep, in a private window for one, is fetched again the next time.
export function keepForNextTime() {
  navigator.serviceWorker?.register(WORKER).catch((error) => console.warn(error));
}

// Whether there is room now that was taken by parts, which can be fetched again: answers come first.
export async function makeRoom() {
  let made = false;
  try {
    for (const name of (await caches.keys()).filter((name) => name.startsWith(OURS))) {
      const cache = await caches.open(name);
      const parts = (await cache.keys()).filter(({ url }) => url.includes(PARTS));
      for (const part of parts) made = (await cache.delete(part)) || made;
    }
  } catch (error) {
    console.warn(error); // from the disk a page keeps nothing of itself
  }
  return made;
}
