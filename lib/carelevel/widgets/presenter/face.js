// The presenter's card: it shows `view`, `picture` and `live`, and sends what the presenter does.

import { add, make } from "../shared/dom.js";
import { announce, ask, openScreen, showMessage, stopWaiting, take } from "./asking.js";
import { enterFull, isFull, leaveFull } from "./full.js";
import { layOutRoom, showRoom } from "./room.js";
import { layOutSetup, showSetup } from "./setup.js";
import { makeStage, showClock, showCount, showNight, showPicture } from "./stage.js";

const TYPED = "input, select, textarea";
const PRESSED = "button, summary, a";
const KEYS = {
  ArrowRight: "forward",
  PageDown: "forward",
  " ": "forward",
  ArrowLeft: "back",
  PageUp: "back",
  b: "blank",
  ".": "blank",
  t: "tally",
  f: "full",
  Escape: "leave",
};
const EVERYWHERE = { PageDown: true, PageUp: true, Escape: true }; // what a clicker sends, whatever has the focus

function render({ model, el }) {
  const card = begin(model);
  const listeners = {
    "change:view": () => showView(card),
    "change:cases": () => showView(card),
    "change:picture": () => showPicture(card),
    "change:live": () => showLive(card),
    "msg:custom": (message) => openScreen(card, message),
  };
  el.append(card.root);
  showNight(card);
  showView(card);
  Object.entries(listeners).forEach(([name, listener]) => model.on(name, listener));
  const themed = new MutationObserver(() => {
    showNight(card);
    showView(card);
  });
  themed.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });
  const ticking = setInterval(() => showClock(card), 250);
  return () => {
    Object.entries(listeners).forEach(([name, listener]) => model.off(name, listener));
    themed.disconnect();
    card.fitting.disconnect();
    clearInterval(ticking);
    stopWaiting(card);
  };
}

function begin(model) {
  const words = model.get("words");
  const card = {
    model,
    words,
    me: crypto.randomUUID?.() ?? String(Math.random()),
    parts: {},
    find: "",
    said: 0, // the number of the last message announced
    offered: null, // the link to a screen whose window did not open, until something else is asked
    wanted: null, // whether the presenter wants a dark picture, once they have said so
    deadline: null,
    came: make("p", { class: "cl-came" }),
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("p", { class: "cl-message", hidden: true }),
    trouble: make("p", { class: "cl-message", role: "status", hidden: true }),
    rehearsal: make("p", { class: "cl-rehearsal", hidden: true }),
    body: make("div", {}),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  card.root = make("section", { class: "cl-card cl-presenter", tabindex: -1, "aria-label": words.presenter });
  makeStage(card);
  card.root.append(
    card.live,
    make("header", { class: "cl-top" }, make("p", { class: "cl-notice" }, words.notice)),
    card.rehearsal,
    card.message,
    card.trouble,
    card.body,
  );
  card.root.addEventListener("keydown", (event) => press(card, event));
  return card;
}

// What the kernel says

function showView(card) {
  card.view = card.model.get("view");
  stopWaiting(card);
  const { view } = card;
  card.rehearsal.hidden = !view.rehearsal;
  card.rehearsal.textContent = view.rehearsal;
  const entered = view.stage !== card.stood;
  const used = card.root.contains(document.activeElement);
  if (entered) {
    if (isFull(card)) leaveFull(card);
    card.stood = view.stage;
    card.parts = {};
    card.body.replaceChildren();
    add(card.body, [view.stage === "setup" ? layOutSetup(card) : layOutRoom(card)]);
  }
  if (view.stage === "setup") showSetup(card);
  else showRoom(card);
  showLive(card);
  showMessage(card);
  if (entered && used) {
    (view.stage === "room" ? card.stage : card.root).focus({ preventScroll: true });
    card.root.scrollIntoView({ block: "start" });
  }
  if (view.at && view.at !== card.at && card.at) announce(card, view.headline);
  card.at = view.at;
}

function showLive(card) {
  const { reached, trouble, here } = card.model.get("live");
  card.came.textContent = [here, reached].filter(Boolean).join(" · ");
  card.trouble.hidden = !trouble;
  if (card.trouble.textContent !== (trouble ?? "")) card.trouble.textContent = trouble ?? "";
  showCount(card);
}

function press(card, event) {
  event.stopPropagation();
  if (card.view.stage !== "room" || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const [at] = event.composedPath();
  const action = KEYS[key];
  if (!action || (at.closest(TYPED) && !EVERYWHERE[key]) || (key === " " && at.closest(PRESSED))) return;
  if (action === "leave" && !isFull(card)) return;
  event.preventDefault();
  if (!event.repeat) pressed[action](card);
}

const pressed = {
  forward: (card) => card.view.next && take(card, "forward"),
  back: (card) => card.view.can_back && take(card, "back"),
  blank: (card) => ask(card, { do: "blank" }),
  tally: (card) => card.view.tally !== null && ask(card, { do: "tally" }),
  full: (card) => (isFull(card) ? leaveFull(card) : enterFull(card)),
  leave: leaveFull,
};

export default { render };
