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
worker.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil(forgetOthers().then(() => worker.clients.claim())),
);
worker.addEventListener(
  "message",
  (/** @type {MessageEvent} */ { data }) => data === TAKE_OVER && worker.skipWaiting(),
);
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = event.request.url.split("#")[0].slice(HERE.length);
  if (event.request.mode === "navigate" && ["", PAGE].includes(path)) event.respondWith(page());
  else if (path in SITE.files && path !== PAGE) event.respondWith(held(path));
});

// One file that is not what was built, and the edition is not taken: the one before stays. A page that waits is told of
// all bytes as they come.
async function keepAll() {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true });
  /** @param {number} bytes */
  const tell = (bytes) => pages.forEach((/** @type {any} */ page) => page.postMessage(bytes));
  for (const path of Object.keys(SITE.files)) await keep(path, await fetched(path, tell));
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

// Parts come packed and are kept as they are used; a browser keeps what it has compiled of them with them. What was built
// is known by its digest here: a browser that is told the digest gives nothing before it has all.
/** @param {string} path @param {(bytes: number) => void} tell */
async function fetched(path, tell = () => {}) {
  const plain = PLAIN[path]; // its name does not say what is in it
  const { body } = await fetch(path, { cache: plain ? "no-cache" : "default" });
  const told = new TransformStream({
    transform(chunk, to) {
      if (!plain) tell(chunk.length);
      to.enqueue(chunk);
    },
  });
  const content = await new Response(body?.pipeThrough(told)).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const found = `sha256-${btoa(String.fromCharCode(...digest))}`;
  if (found !== SITE.files[/** @type {keyof typeof SITE.files} */ (path)]) throw new TypeError(path);
  if (plain) return new Response(content, { headers: plain });
  const unpacked = new Response(content).body?.pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm", [UNPACKED]: "yes" } });
}
