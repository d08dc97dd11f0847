// The presenter's card: it shows `view`, `picture` and `live`, and sends what the presenter does.

import { add, make } from "../shared/dom.js";
import { about, button, header } from "../shared/elements.js";
import { announce, follow, openPage, put, send } from "../shared/kernel.js";
import { bringMessage, openScreen, take } from "./asking.js";
import { enterFull, isFull, leaveFull } from "./full.js";
import { layOutRoom, showRoom, showVotes } from "./room.js";
import { layOutSetup, showSetup } from "./setup.js";
import { makeStage, showCount, showNight, showPicture, showTime } from "./stage.js";

/** @import { AnyModel, RenderProps } from "@anywidget/types" */
/** @import { PresenterPage } from "./page.js" */
/** @import { RoomView, SetupView } from "./view.js" */

const SLOW_MS = 700; // after so long the card says that it is at work
const PATIENCE_MS = 25_000; // after so long without an answer it says that the kernel is silent

const TYPED = "input, select, textarea";
const PRESSED = "button, summary, a";
/** @type {Record<string, keyof typeof pressed>} */
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
const EVERYWHERE = ["PageDown", "PageUp", "Escape"]; // what a clicker sends, whatever has the focus

/** @param {RenderProps} props */
function render({ model, el }) {
  const card = begin(model);
  showNight(card);
  const leave = follow(card, el, showView, {
    "change:picture": () => showPicture(card),
    "change:live": () => showLive(card),
    "msg:custom": (message) => openScreen(card, message),
  });
  const themed = new MutationObserver(() => {
    showNight(card);
    showView(card);
  });
  themed.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });
  const ticking = setInterval(() => showTime(card), 250);
  return () => {
    leave();
    themed.disconnect();
    card.fitting.disconnect();
    clearInterval(ticking);
  };
}

/** @param {AnyModel} model */
function begin(model) {
  const words = model.get("words");
  /** @type {PresenterPage} */
  const card = openPage(model, "cl-presenter", words.presenter, PATIENCE_MS);
  card.parts = {};
  card.find = "";
  card.wanted = null; // whether the presenter wants a dark picture, once they have said so
  card.deadline = null;
  card.came = make("p", { class: "cl-came" });
  card.halls = make(
    "div",
    { hidden: true },
    about(words.halls_about),
    button(words.halls, () => send(card, { do: "halls" })),
  );
  card.trouble = make("p", { class: "cl-message", role: "status", hidden: true });
  card.rehearsal = make("p", { class: "cl-rehearsal", hidden: true });
  card.body = make("div", {});
  card.slow = [{ after: SLOW_MS, done: () => put(card, [words.working]) }];
  card.heard = () => bringMessage(card);
  makeStage(card);
  card.root.append(card.live, header(model.get("notice")), card.rehearsal, card.message, card.trouble, card.body);
  card.root.addEventListener("keydown", (event) => press(card, event));
  return card;
}

// What the kernel says

/** @param {PresenterPage} card */
function showView(card) {
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
  if (view.stage === "setup") showSetup(/** @type {PresenterPage<SetupView>} */ (card));
  else showRoom(/** @type {PresenterPage<RoomView>} */ (card));
  showLive(card);
  if (entered && used) {
    (view.stage === "room" ? card.stage : card.root).focus({ preventScroll: true });
    card.root.scrollIntoView({ block: "start" });
  }
  if (view.at && view.at !== card.at && card.at) announce(card, view.headline);
  card.at = view.at;
}

/** @param {PresenterPage} card */
function showLive(card) {
  const { reached, trouble, here, seats, turned_away } = card.model.get("live");
  card.came.textContent = [here, reached, seats, turned_away].filter(Boolean).join(" · ");
  card.halls.hidden = !turned_away;
  card.trouble.hidden = !trouble;
  if (card.trouble.textContent !== (trouble ?? "")) card.trouble.textContent = trouble ?? "";
  if (card.view.stage === "room") showVotes(card);
  showCount(card);
}

/** @param {PresenterPage} card @param {KeyboardEvent} event */
function press(card, event) {
  if (card.view.stage !== "room" || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const at = /** @type {Element} */ (event.composedPath()[0]);
  const action = KEYS[key];
  if (!action || (at.closest(TYPED) && !EVERYWHERE.includes(key)) || (key === " " && at.closest(PRESSED))) return;
  if (action === "leave" && !isFull(card)) return;
  event.preventDefault();
  if (!event.repeat) pressed[action](card);
}

const pressed = {
  /** @param {PresenterPage} card */
  forward: (card) => card.view.next && take(card, "forward"),
  /** @param {PresenterPage} card */
  back: (card) => card.view.can_back && take(card, "back"),
  /** @param {PresenterPage} card */
  blank: (card) => send(card, { do: "blank" }),
  /** @param {PresenterPage} card */
  tally: (card) => card.view.tally !== null && send(card, { do: "tally" }),
  /** @param {PresenterPage} card */
  full: (card) => (isFull(card) ? leaveFull(card) : enterFull(card)),
  leave: leaveFull,
};

export default { render };
