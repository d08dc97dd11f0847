// The page begins here: is the file whole, has no other tab the record, then Python, the record and the places.

import { fill } from "../../scripts/saying.js";
import { make } from "../../widgets/shared/dom.js";
import { keeper } from "./keeper.js";
import { choose } from "./notice.js";
import { places } from "./places.js";
import { startPython } from "./python.js";
import { readRecord, tryStorage } from "./record.js";
import { keepForNextTime, NOT_FETCHED } from "./site.js";
import { starting } from "./starting.js";
import { hold } from "./tab.js";
import { base64, isWhole } from "./unpack.js";

/** @import { About, Kept, Session } from "./page.js" */

const [BANK, FOLDER] = ["/lib/python3.14/site-packages/bank", "/record"];
const NEEDED = ["WebAssembly", "DecompressionStream", "BigInt64Array", "HTMLDialogElement"];
/** @type {Kept} */
const NOTHING = { number: 0, files: {} };
const KEEP_MS = 60_000; // so long a browser may take to begin a download

const page = /** @type {HTMLElement} */ (document.getElementById("page"));
/** @type {About} */
const about = JSON.parse(document.getElementById("about")?.textContent ?? "");
const { words } = about;

async function begin() {
  const missing = NEEDED.filter((name) => !(name in globalThis));
  if (missing.length) return says(fill(words.too_old, { missing: missing.join(", ") }));
  if (about.files && location.protocol === "file:") return says(words.not_served);
  if (!about.files && !isWhole(about)) return says(words.cut_off);
  const tab = { held: true };
  const lost = () => {
    tab.held = false;
    page.replaceChildren();
    choose(words.taken_title, words.taken, words.come_back).then(() => location.reload());
  };
  while (!(await hold(false, lost))) {
    page.replaceChildren();
    await choose(words.second_title, words.second, words.take_over);
    if (await hold(true, lost)) break;
  }
  await start(tab);
}

/** @param {{ held: boolean }} tab */
async function start(tab) {
  const tell = starting(page, words);
  const keeps = await hasStorage();
  const { python, began } = await startPython(about, tell);
  await tell("step_record", 0);
  const kept = keeps ? await readRecord() : NOTHING;
  await tell("step_bank", 0);
  const session = began.session(BANK, FOLDER, python.toPy(kept.files));
  const download = () => saveAnswers(session);
  const keep = keeper(session, keeps, kept.number, words, choose, download, tab);
  const asking = oneByOne();
  const foot = make("footer", { class: "page-foot" });
  const showFoot = () => showOnlyHere(foot, session, () => asking(takeAlong));
  const takeAlong = async () => {
    const name = download();
    await keep();
    showFoot();
    if (!foot.hidden) return;
    foot.hidden = false; // until an answer, or another place
    foot.replaceChildren(make("p", { role: "status" }, fill(words.downloaded, { name })));
  };
  /** @param {string} place */
  const parts = async (place) => {
    const shown = session.place(place);
    return (await keep()) ? JSON.parse(shown) : [];
  };
  /** @param {string} face @param {unknown} content @param {ArrayBuffer[]} buffers */
  const answer = async (face, content, buffers) => {
    const packed = await Promise.all(buffers.map(base64));
    const sent = session.receive(face, JSON.stringify({ content, buffers: packed }));
    if (!(await keep())) return;
    JSON.parse(sent).forEach(shown.deliver);
    showFoot();
  };
  const shown = places(
    page,
    words,
    (place) => asking(() => parts(place)),
    (face, content, buffers) => asking(() => answer(face, content, buffers)),
  );
  page.append(foot);
  standsBelow(foot);
  addEventListener("hashchange", async () => {
    if (!tab.held) return;
    await shown.show();
    showFoot();
    shown.body.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  await shown.show();
  showFoot();
  document.documentElement.dataset.ready = "true";
  if (about.files) keepForNextTime();
}

// Whether the browser keeps anything; where it does not, once the trainee wants to practice all the same.
async function hasStorage() {
  try {
    await tryStorage();
    return true;
  } catch (error) {
    const problem = /** @type {DOMException} */ (error)?.name ?? String(error);
    await choose(words.title, fill(words.no_storage, { problem }), words.practice_anyway);
    return false;
  }
}

// What is asked of Python waits until what was asked before is answered and kept.
function oneByOne() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  return (step) => {
    const next = last.then(step);
    last = next.catch(broke);
    return next;
  };
}

/** @param {HTMLElement} foot @param {Session} session @param {() => unknown} download */
function showOnlyHere(foot, session, download) {
  const count = session.only_here();
  foot.hidden = count === 0;
  const sentence = count === 1 ? words.only_here_one : fill(words.only_here, { count });
  foot.replaceChildren(
    make("p", { role: "status" }, sentence),
    make("button", { type: "button", onclick: download }, words.download),
  );
}

// Whatever sticks to the window's lower edge stands on the foot, and what the keys reach is not behind it.
/** @param {HTMLElement} foot */
function standsBelow(foot) {
  const tell = () => document.documentElement.style.setProperty("--below", `${foot.offsetHeight}px`);
  new ResizeObserver(tell).observe(foot, { box: "border-box" });
}

/** @param {Session} session */
function saveAnswers(session) {
  const { file, type, text } = JSON.parse(session.download());
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
  return file;
}

/** @param {unknown} error */
function broke(error) {
  console.error(error);
  const [problem] = String(/** @type {Error} */ (error)?.message ?? error)
    .trim()
    .split("\n")
    .slice(-1);
  choose(words.title, fill(words.broke, { problem }), words.try_again).then(() => location.reload());
}

/** @param {string} sentence */
function says(sentence) {
  page.replaceChildren(make("p", { class: "page-stop", role: "alert" }, sentence));
}

begin().catch((error) => {
  if (error?.name === NOT_FETCHED) return says(words.not_fetched);
  console.error(error);
  says(
    fill(words.not_started, {
      problem:
        String(error?.message ?? error)
          .trim()
          .split("\n")
          .at(-1) ?? "",
    }),
  );
});
