// What the editor sends to the kernel, and says of its answers.

import { outgoing } from "./draft.js";

const PAUSE_MS = 60; // a pause in typing, after which the draft is sent
const PATIENCE_MS = 8000; // after so long without an answer the page says that the kernel is silent

export function showFields(page) {
  page.shown.forEach((show) => show());
}

export function showMessage(page, message) {
  const news = message && message.number !== page.said;
  if (news) page.said = message.number;
  if (news || !(message || page.own)) sayHere(page, message?.says ?? "");
}

// What the page says of its *own*, without the kernel, stands until the next change.
export function sayHere(page, says, own = false) {
  page.own = own;
  page.message.hidden = !says;
  page.message.textContent = says;
  if (says) announce(page, says);
}

export function announce(page, says) {
  page.live.textContent = "";
  page.live.textContent = says;
}

export function changed(page) {
  if (page.own) sayHere(page, "");
  page.unsent = true;
  clearTimeout(page.typing);
  page.typing = setTimeout(() => flush(page), PAUSE_MS);
}

// One change at a time is on its way: while the kernel works on it, what is typed meanwhile waits here.
export function flush(page) {
  if (page.unsent && !page.patience) ask(page, { do: "change" });
}

// Every message brings the draft as it is here, so that no step is taken from an older one.
export function ask(page, message) {
  clearTimeout(page.typing);
  page.unsent = false;
  page.turn += 1;
  clearTimeout(page.patience);
  page.patience = setTimeout(() => silent(page), PATIENCE_MS);
  try {
    page.model.send({ ...message, draft: outgoing(page.draft), by: page.me, turn: page.turn });
  } catch {
    silent(page);
  }
}

function silent(page) {
  clearTimeout(page.patience);
  page.patience = null;
  page.unsent = true;
  sayHere(page, page.words.silent);
}

export function answered(page) {
  clearTimeout(page.patience);
  page.patience = null;
  if (page.unsent) changed(page);
}

export function restructure(page, focus) {
  changed(page);
  page.rebuild(focus);
}
