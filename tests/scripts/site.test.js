// How the parts of a site come: at the first opening through a worker that keeps them, else straight from the server.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { fetchParts } from "../../lib/carelevel/page/scripts/site.js";

const [ABOUT, TEXT] = [
  { words: {}, python: {}, parts: { loader: 10 }, files: { loader: "parts/loader.bin" } },
  "import",
];
const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

// The parts as they are asked for in a browser whose workers are *serviceWorker*: what was fetched, and how far it said.
/** @param {any} serviceWorker */
function opened(serviceWorker) {
  /** @type {string[]} */
  const asked = [];
  /** @type {number[]} */
  const told = [];
  Object.defineProperty(globalThis, "navigator", { value: { serviceWorker }, configurable: true });
  globalThis.fetch = async (path) => {
    asked.push(String(path));
    return new Response(gzipSync(TEXT));
  };
  const parts = fetchParts(ABOUT, async (_step, share) => {
    told.push(share);
  });
  const text = parts.then(({ loader }) => loader.text());
  return { asked, told, text, turn: () => new Promise(setImmediate) };
}

for (const [said, end] of [
  ["has kept them", (/** @type {any} */ page) => page.oncontrollerchange({})],
  [
    "could not keep them",
    (/** @type {any} */ _page, /** @type {any} */ worker) => {
      worker.state = "redundant";
      worker.onstatechange();
    },
  ],
]) {
  test(`at the first opening the parts are asked for when a worker ${said}, and not before`, async () => {
    const worker = { state: "installing" };
    /** @type {any} */
    const page = { controller: null, register: async () => ({ installing: worker, active: null }) };
    const { asked, told, text, turn } = opened(page);
    await turn();
    page.onmessage({ data: 5 });
    assert.deepEqual([asked, told], [[], [0.5]]);
    /** @type {any} */ (end)(page, worker);
    assert.equal(await text, TEXT);
    assert.deepEqual(asked, ["parts/loader.bin"]);
  });
}

for (const [said, page] of [
  ["no workers", undefined],
  ["a worker that has the page", { controller: {} }],
  ["a worker that the page was loaded past", { controller: null, register: async () => ({ active: {} }) }],
  ["workers refused", { controller: null, register: () => Promise.reject(new DOMException("", "SecurityError")) }],
]) {
  test(`with ${said} nothing is waited for`, async ({ mock }) => {
    mock.method(console, "warn", () => {});
    assert.equal(await opened(page).text, TEXT);
  });
}
