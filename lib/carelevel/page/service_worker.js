// Keeps one edition of the site in this browser, whole, so that it opens again quickly and without a connection.

const SITE = { edition: "", files: { "": "" } }; // each file's path with its digest
const [PAGE, UNPACKED, TAKE_OVER] = ["index.html", "X-Unpacked", "take over"];
const HTML = { "Content-Type": "text/html; charset=utf-8" };
const PLAIN = { [PAGE]: HTML, "carelevel.webmanifest": { "Content-Type": "application/manifest+json" } };
const AGAIN = "<script>setTimeout(() => location.reload(), 100)</script>"; // by then the newer one answers

/** @type {any} */
const worker = globalThis;
const HERE = worker.registration.scope;
const [OURS, NOW] = [`carelevel ${HERE} `, `carelevel ${HERE} ${SITE.edition}`];

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
worker.addEventListener(
  "message",
  (/** @type {MessageEvent} */ { data }) => data === TAKE_OVER && worker.skipWaiting(),
);
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = event.request.url.split("#")[0].slice(HERE.length);
  if (event.request.mode === "navigate" && ["", PAGE].includes(path)) event.respondWith(page());
  else if (path in SITE.files && path !== PAGE) event.respondWith(held(path));
});

// One file that is not what was built, and the edition is not taken: the one before stays.
async function keepAll() {
  for (const path of Object.keys(SITE.files)) await keep(path, await fetched(path));
}

async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NOW);
  await Promise.all(names.map((name) => caches.delete(name)));
}

// The page; where a newer edition waits, it takes over first, unless a second tab has this one open.
async function page() {
  const { waiting } = worker.registration;
  if (waiting && (await worker.clients.matchAll()).length < 2) {
    waiting.postMessage(TAKE_OVER);
    return new Response(AGAIN, { headers: HTML });
  }
  return held(PAGE);
}

/** @param {string} path */
async function held(path) {
  const found = await caches.match(path, { cacheName: NOW });
  if (found) return found;
  const response = await fetched(path);
  await keep(path, response.clone()).catch(() => {}); // a full storage: it is fetched each time
  return response;
}

/** @param {string} path @param {Response} response */
async function keep(path, response) {
  await (await caches.open(NOW)).put(path, response);
}

// Parts come packed and are kept as they are used; a browser keeps what it has compiled of them with them.
/** @param {string} path */
async function fetched(path) {
  const integrity = SITE.files[/** @type {keyof typeof SITE.files} */ (path)];
  const plain = PLAIN[path]; // its name does not say what is in it
  const { body } = await fetch(path, { integrity, cache: plain ? "no-cache" : "default" });
  if (plain) return new Response(body, { headers: plain });
  const unpacked = body?.pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm", [UNPACKED]: "yes" } });
}
