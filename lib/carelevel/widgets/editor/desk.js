// What the editor sends to the kernel: the draft after a short pause, and steps with the draft as it is here.

import { held, hold, letGo } from "../shared/held.js";
import { say, send } from "../shared/kernel.js";
import { outgoing } from "./draft.js";

/** @import { EditorPage } from "./page.js" */
/** @import { Asked } from "../shared/page.js" */

const HELD = "editor";
const NOT_KEPT = new Set(["store", "broken"]); // kinds of an answer
const PAUSE_MS = 60; // a pause in typing, after which the draft is sent

/** @param {EditorPage} page */
export function showFields(page) {
  page.shown.forEach((show) => show());
}

// What the page says itself stands until the next change.
/** @param {EditorPage} page */
export function changed(page) {
  if (page.own) say(page);
  sendLater(page);
}

// The draft is sent after a pause in what is done to it.
/** @param {EditorPage} page */
export function sendLater(page) {
  page.unsent = true;
  hold(HELD, { name: page.view.name, draft: outgoing(page.draft) });
  clearTimeout(page.typing);
  page.typing = setTimeout(() => flush(page), PAUSE_MS);
}

// What was written is held by the page until the kernel has answered to all of it and kept it.
/** @param {EditorPage} page */
export function letGoOfKept(page) {
  const { by, turn } = page.answered;
  const kept = !page.unsent && by === page.me && turn === page.turn;
  if (kept && !NOT_KEPT.has(page.view.message?.kind ?? "")) letGo(HELD);
}

// The draft that an earlier page held, of this name or where nothing is written here; null where none is, or the same.
/** @param {EditorPage} page @returns {import("./view.js").Draft | null} */
export function heldDraft(page) {
  const was = held(HELD);
  if (!was || (was.name !== page.view.name && !isEmpty(page.draft))) return null;
  return JSON.stringify(was.draft) === JSON.stringify(outgoing(page.draft)) ? null : was.draft;
}

/** @param {import("./view.js").Draft} draft */
function isEmpty({ title, points }) {
  return !title && points.every(({ text }) => !text);
}

// One change at a time is on its way: while the kernel works on it, what is typed meanwhile waits here.
/** @param {EditorPage} page */
export function flush(page) {
  if (page.unsent && !page.waiting) ask(page, { do: "change" });
}

// Every message brings the draft as it is here, so that no step is taken from an older one. Sending a change takes back
// nothing that the page has said of it.
/** @param {EditorPage} page @param {Asked} message @param {ArrayBuffer[]} [buffers] */
export function ask(page, message, buffers) {
  clearTimeout(page.typing);
  page.unsent = false;
  const { own } = page;
  send(page, { ...message, draft: outgoing(page.draft) }, buffers);
  page.own = own && message.do === "change";
}

/** @param {EditorPage} page @param {string} [focus] */
export function restructure(page, focus) {
  changed(page);
  page.rebuild(focus);
}
