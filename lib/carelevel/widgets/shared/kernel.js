// The one conversation between a page and the kernel: what the page asks, how long it waits, what is said of the answer.

import { announce as announceIn, fill } from "../../scripts/saying.js";
import { wait } from "../../scripts/waiting.js";
import { make } from "./dom.js";
import { saveFile } from "./download.js";
import { list } from "./elements.js";

/** @import { AnyModel } from "@anywidget/types" */
/** @import { Asked, Page, Show } from "./page.js" */
/** @import { SentFile } from "./view.js" */

const PATIENCE_MS = 30_000;

// A page with nothing on it yet. *patience*: after so many ms without an answer it says that the kernel is silent.
/**
 * @template {Page<any>} Own
 * @param {AnyModel} model
 * @param {string} name
 * @param {string} label
 * @param {number} [patience]
 * @returns {Own} still without what is its own
 */
export function openPage(model, name, label, patience = PATIENCE_MS) {
  /** @type {Page} */
  const page = {
    model,
    patience,
    words: model.get("words"),
    view: /** @type {any} */ (undefined), // until the page is followed
    answered: /** @type {any} */ (undefined),
    me: crypto.randomUUID?.() ?? String(Math.random()),
    turn: 0, // of the last message sent
    said: 0, // the number of the last message announced
    own: false, // whether the page itself has said what stands there
    waiting: null, // how to stop it
    slow: [], // what the page does where an answer takes so many ms
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("div", { class: "cl-message", hidden: true }),
    // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
    root: make("section", { class: `cl-card ${name}`, tabindex: -1, "aria-label": label }),
  };
  page.root.addEventListener("keydown", (event) => event.stopPropagation());
  return /** @type {any} */ (page);
}

// Put the page where it belongs and *show* what the kernel answers, now and whenever it does. *show* is told whether
// the page has waited for it; *beside* are listeners to more of the model. Gives back how to stop.
/**
 * @template {Page<any>} Own
 * @param {Own} page
 * @param {HTMLElement} el
 * @param {Show<Own>} show
 * @param {Record<string, (...sent: any[]) => unknown>} [beside]
 */
export function follow(page, el, show, beside = {}) {
  const { model } = page;
  /** @type {typeof beside} */
  const listeners = {
    change: () => update(page, show),
    "msg:custom": (message, buffers) => message.file && keepFile(page, message, buffers),
    ...beside,
  };
  el.append(page.root);
  update(page, show);
  for (const [name, listener] of Object.entries(listeners)) model.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) model.off(name, listener);
    stopWaiting(page);
  };
}

/** @template {Page<any>} Own @param {Own} page @param {Show<Own>} show */
function update(page, show) {
  const [view, answered] = [page.model.get("view"), page.model.get("answered")];
  if (view === page.view && answered === page.answered) return;
  page.answered = answered;
  const waited = Boolean(page.waiting) && answered.by === page.me;
  if (waited && answered.turn < page.turn) return; // stale: a newer message is on its way
  if (waited) stopWaiting(page);
  page.view = view;
  show(page, waited);
  showMessage(page);
}

// Asking

// One thing at a time: what is asked while the page waits is not asked.
/** @param {Page<any>} page @param {Asked} message @param {ArrayBuffer[]} [buffers] */
export function ask(page, message, buffers) {
  if (!page.waiting) send(page, message, buffers);
}

// Ask, also while an earlier answer is on its way, and wait.
/** @param {Page<any>} page @param {Asked} message @param {ArrayBuffer[]} [buffers] */
export function send(page, message, buffers) {
  stopWaiting(page);
  page.own = false;
  announce(page, ""); // what was said belongs to what stood there
  page.waiting = wait({ after: page.patience, done: () => silent(page) }, ...page.slow);
  tell(page, message, buffers);
}

// Send, without waiting for an answer.
/** @param {Page<any>} page @param {Asked} message @param {ArrayBuffer[]} [buffers] */
export function tell(page, message, buffers) {
  page.turn += 1;
  try {
    page.model.send({ ...message, by: page.me, turn: page.turn }, undefined, buffers);
  } catch {
    silent(page);
  }
}

/** @param {Page<any>} page */
function stopWaiting(page) {
  page.waiting?.();
  page.waiting = null;
  page.rest?.();
}

// After this the same can be asked again.
/** @param {Page<any>} page */
function silent(page) {
  stopWaiting(page);
  page.unheard?.();
  put(page, [page.words.silent]);
  announce(page, page.words.silent);
}

// Saying

// The view's message, announced once; what the page has said itself stands until something is asked.
/** @param {Page<any>} page */
function showMessage(page) {
  const { message } = page.view;
  const isNew = message !== null && message.number !== page.said;
  if (page.own && !isNew) return;
  page.own = false;
  put(page, message ? told(message.says, message.problems) : []);
  if (!isNew) return;
  page.said = message.number;
  announce(page, [message.says, ...message.problems].join(" "));
  page.heard?.(message);
}

// What the page says itself, in words or with a link.
/** @param {Page<any>} page @param {...(string | Node)} parts */
export function say(page, ...parts) {
  page.own = parts.join("") !== "";
  put(page, parts);
  if (page.own) announce(page, page.message.textContent);
}

/** @param {string} says @param {string[]} problems */
function told(says, problems) {
  return problems.length ? [says, list(problems)] : [says];
}

/** @param {Page<any>} page @param {(string | Node)[]} parts */
export function put(page, parts) {
  page.message.hidden = parts.join("") === "";
  page.message.replaceChildren(...parts);
}

/** @param {Page<any>} page @param {string} says */
export function announce(page, says) {
  announceIn(page.live, says);
}

// Files

// The file to be loaded, or null once the page has said what is wrong with it.
/** @param {Page<any>} page @param {HTMLInputElement} input */
export function chosenFile(page, input) {
  const file = input.files?.[0];
  const largest = page.model.get("largest");
  if (file && file.size <= largest) return file;
  say(page, file ? fill(page.words.too_large, { megabytes: largest >> 20 }) : page.words.no_file);
  if (!file) input.focus();
  return null;
}

// A file comes packed, and only the page that asked for it keeps it.
/** @param {Page<any>} page @param {SentFile} message @param {BlobPart[]} buffers */
async function keepFile(page, message, [packed]) {
  if (message.by !== page.me) return;
  stopWaiting(page); // the file is the answer: what follows it brings nothing new
  await saveFile(page.root, message, packed);
  say(page, fill(page.words.saved, { name: message.file }));
}
