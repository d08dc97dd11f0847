// Served by a web server: the parts are fetched, and a service worker is asked to keep them for the next time.

import { unpacked } from "./unpack.js";

/** @import { About, Tell } from "./page.js" */

export const NOT_FETCHED = "not-fetched";
const [WORKER, PARTS, UNPACKED, OURS] = ["service-worker.js", "/parts/", "X-Unpacked", "carelevel "];

// Every part; a worker has them unpacked, else they come packed. *tell* is told how much has come.
/** @param {About} about @param {Tell} tell @returns {Promise<Record<string, Response>>} */
export async function fetchParts({ parts, files = {} }, tell) {
  const whole = Object.values(parts).reduce((sum, length) => sum + length, 0);
  let come = 0;
  /** @param {number} bytes */
  const more = (bytes) => {
    come += bytes;
    tell("step_unpack", come / whole);
  };
  const count = () =>
    new TransformStream({
      transform(chunk, to) {
        more(chunk.length);
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
    await firstKept(more);
    come = 0;
    const all = Object.entries(files).map(async ([name, path]) => /** @type {const} */ ([name, await part(path)]));
    return Object.fromEntries(await Promise.all(all));
  } catch (error) {
    console.warn(error);
    throw new DOMException("", NOT_FETCHED);
  }
}

// At the very first opening, until a worker has the parts, where it can: what the browser compiles of a part is kept
// only with what a worker gave, and so the next opening is quick already.
/** @param {(bytes: number) => void} more */
async function firstKept(more) {
  const { serviceWorker } = navigator;
  if (!serviceWorker || serviceWorker.controller) return;
  const registration = await serviceWorker.register(WORKER).catch((error) => console.warn(error));
  const { installing, active } = registration ?? {};
  if (!installing || active) return;
  serviceWorker.onmessage = ({ data }) => more(data);
  await new Promise((resolve) => {
    serviceWorker.oncontrollerchange = resolve;
    installing.onstatechange = () => installing.state === "redundant" && resolve(installing);
  });
  serviceWorker.onmessage = null;
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
