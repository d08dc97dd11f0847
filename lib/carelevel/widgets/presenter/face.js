// The presenter's card: it shows `view`, `picture` and `live`, and sends what the presenter does.

import { askedBy, askedFrom, isOfClickers, sizeFrom } from "../../scripts/clicker.js";
import { add, make } from "../shared/dom.js";
import { about, button, header } from "../shared/elements.js";
import { announce, follow, openPage, put, send } from "../shared/kernel.js";
import { bringMessage, listen, openScreen, take } from "./asking.js";
import { enterFull, isFull, leaveFull } from "./full.js";
import { layOutRoom, showRoom, showVotes } from "./room.js";
import { layOutSetup, showSetup } from "./setup.js";
import { makeStage, showCount, showNight, showPicture, showSize, showTime } from "./stage.js";
import { askAgain, letGoOfAnswered } from "./unanswered.js";

/** @import { AnyModel, RenderProps } from "@anywidget/types" */
/** @import { PresenterPage } from "./page.js" */
/** @import { Asked } from "../../scripts/clicker.js" */
/** @import { RoomView, SetupView } from "./view.js" */

const SLOW_MS = 700; // after so long the card says that it is at work
const PATIENCE_MS = 25_000; // after so long without an answer it says that the kernel is silent

const TYPED = "input, select, textarea, [contenteditable=true]";
const PRESSED = "button, summary, a";

/** @param {RenderProps} props */
function render({ model, el }) {
  const card = begin(model);
  showNight(card);
  const leave = follow(card, el, showView, {
    "change:picture": () => showPicture(card),
    "change:live": () => showLive(card),
    "msg:custom": (message) => openScreen(card, message),
  });
  askAgain(card);
  const themed = new MutationObserver(() => {
    showNight(card);
    showView(card);
  });
  themed.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });
  const ticking = setInterval(() => {
    showTime(card);
    listen(card);
    showSize(card);
  }, 250);
  /** @param {KeyboardEvent} event */
  const keyed = (event) => press(card, event);
  /** @param {MessageEvent} event */
  const handed = (event) => {
    const at = card.screens.indexOf(/** @type {Window} */ (event.source));
    const asked = at >= 0 && askedFrom(event);
    if (asked && card.view.stage === "room") pressed[asked](card);
    if (at >= 0 && at === card.screens.length - 1) card.wall = sizeFrom(event) ?? card.wall;
  };
  window.addEventListener("keydown", keyed, true);
  window.addEventListener("message", handed);
  return () => {
    leave();
    window.removeEventListener("keydown", keyed, true);
    window.removeEventListener("message", handed);
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
  card.screens = [];
  card.unanswered = [];
  card.tookUp = false;
  card.ticked = new Set();
  card.minutes = "45";
  card.deadline = null;
  card.wall = null;
  card.small = make("p", { class: "cl-advice", hidden: true }, words.small);
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
  return card;
}

// What the kernel says

/** @param {PresenterPage} card */
function showView(card) {
  const { view } = card;
  letGoOfAnswered(card);
  card.full.textContent = "";
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

// Keys act on the room from anywhere in its notebook, those of a clicker from wherever the focus is.
/** @param {PresenterPage} card @param {KeyboardEvent} event */
function press(card, event) {
  const asked = askedBy(event);
  const at = /** @type {Element} */ (event.composedPath()[0]);
  if (!asked || card.view.stage !== "room" || !card.root.getClientRects().length) return;
  if (!isOfClickers(event) && !isForRoom(card, event, at)) return;
  if (asked === "leave" && !isFull(card)) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // a notebook has other uses for them
  if (!event.repeat) pressed[asked](card);
}

/** @param {PresenterPage} card @param {KeyboardEvent} event @param {Element} at */
function isForRoom(card, event, at) {
  const notebook = card.root.closest(".jp-Notebook") ?? card.root;
  const within = event.composedPath().includes(notebook) || at === document.body;
  const moves = event.key === " " || event.key.startsWith("Arrow"); // what a button, a list or a table needs itself
  const used = moves && card.root.contains(at) && at !== card.stage && at !== card.root;
  return within && !at.closest(TYPED) && !(used && at.closest(`${PRESSED}, [tabindex]`));
}

// Whether the screen has its picture; where it is blank, a key that would move on brings that back, and no more.
/** @param {PresenterPage} card */
function isShown(card) {
  if (card.view.blank) send(card, { do: "show" });
  return !card.view.blank;
}

/** @type {Record<Asked, (card: PresenterPage) => unknown>} */
const pressed = {
  /** @param {PresenterPage} card */
  forward: (card) => isShown(card) && card.view.next && take(card, "forward"),
  /** @param {PresenterPage} card */
  back: (card) => isShown(card) && card.view.can_back && take(card, "back"),
  /** @param {PresenterPage} card */
  blank: (card) => send(card, { do: "blank" }),
  /** @param {PresenterPage} card */
  tally: (card) => card.view.tally !== null && send(card, { do: "tally" }),
  /** @param {PresenterPage} card */
  joining: (card) => card.view.joining?.address && send(card, { do: "joining" }),
  /** @param {PresenterPage} card */
  full: (card) => (isFull(card) ? leaveFull(card) : enterFull(card)),
  leave: leaveFull,
};

export default { render };
