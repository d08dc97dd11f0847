// A card's page around its stages: what shows them, what they have in common, and what comes next.

import { awayClock } from "../shared/away.js";
import { add, find, folded, make, painted } from "../shared/dom.js";
import { button, labelAbove, lineForm, paragraphs, submit } from "../shared/elements.js";
import { announce, follow, openPage, say } from "../shared/kernel.js";
import { askHere, changed, heldChoices, letGoOfKept, onToPractice, showButton } from "./asking.js";
import { caption, discussion, folds, headline, told, verdict } from "./compare.js";
import { printing } from "./paper.js";
import { showTop } from "./top.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { Asked, Child } from "../shared/page.js" */
/** @import { CardPage } from "./page.js" */
/** @import { ComparedCard, EmptyCard } from "./view.js" */

/** @typedef {(card: CardPage<any>) => Node[]} Body */

const SLOW_MS = 500; // after so long the button says that it is at work
const PATIENCE_MS = 6000; // after so long without an answer the card says that the kernel is silent

// What an anywidget's module gives, of what stands on each stage.
/** @param {string} name @param {Record<string, Body>} bodies */
export function rendered(name, bodies) {
  /** @param {RenderProps} props */
  return function render({ model, el }) {
    /** @type {CardPage} */
    const card = openPage(model, name, model.get("words").card, PATIENCE_MS);
    card.away = awayClock();
    card.top = make("header", { class: "cl-top" });
    card.body = make("div", { class: "cl-body" });
    card.root.append(card.live, card.top, card.message, card.body);
    const working = () =>
      card.button?.getAttribute("aria-disabled") && (card.button.textContent = card.words.comparing);
    card.slow = [{ after: SLOW_MS, done: working }];
    card.rest = () => showButton(card);
    card.heard = ({ kind }) => kind === "done" && card.note && (card.note.value = "");
    const leave = follow(card, el, (own, waited) => showView(own, bodies, waited), {
      "change:draft": () => adoptDraft(card),
    });
    return () => {
      leave();
      card.away.stop();
      clearTimeout(card.typing);
    };
  };
}

/** @param {CardPage} card @param {Record<string, Body>} bodies @param {boolean} waited */
function showView(card, bodies, waited) {
  letGoOfKept(card);
  showTop(card);
  const page = `${card.view.stage} ${card.view.attempt}`;
  if (page !== card.page) showStage(card, page, bodies, waited);
  else card.grow?.(waited);
  if (!card.message.isConnected) card.body.before(card.message);
  showButton(card);
}

// The focus moves only where this page has asked for it.
/** @param {CardPage} card @param {string} page @param {Record<string, Body>} bodies @param {boolean} waited */
function showStage(card, page, bodies, waited) {
  card.page = page;
  card.away.begin();
  card.grow = undefined;
  announce(card, "");
  const before = card.body;
  card.body = make("div", { class: "cl-body" }, bodies[card.view.stage](card));
  before.after(card.body);
  const comparison = card.view.compared;
  const leave = () => {
    if (waited) find(card.body, ".cl-first")?.focus({ preventScroll: true });
    before.remove();
  };
  if (comparison && waited) {
    before.hidden = true; // with the focus in it: a whole notebook hears of its moving, while nothing is painted
    painted(leave);
  } else leave();
  if (card.view.stage === "answer" && !waited) takeUpHeld(card);
  if (!waited) return;
  // With the frame that shows it: now it would lay the whole notebook out, and that frame come later.
  requestAnimationFrame(() => card.root.scrollIntoView({ block: "start" }));
  if (comparison) announce(card, headline(comparison).join(" "));
}

// What was chosen on an earlier page of this record, while its kernel did not answer, is chosen here too.
/** @param {CardPage} card */
function takeUpHeld(card) {
  const choices = heldChoices(card);
  if (!choices || JSON.stringify(choices) === JSON.stringify(card.choices)) return;
  card.choices = choices;
  changed(card);
  say(card, card.words.held);
}

/** @param {CardPage} card */
function adoptDraft(card) {
  const { by, choices } = card.model.get("draft");
  if (by === card.me || card.view.stage !== "answer") return;
  card.choices = structuredClone(choices);
  card.shown?.forEach((show) => show());
}

// What a stage begins with before the commit: the choices as they are kept.
/** @param {CardPage<any>} card */
export function begin(card) {
  card.choices = structuredClone(card.model.get("draft").choices);
  card.shown = [];
}

/** @param {CardPage<EmptyCard>} card */
export function empty({ view }) {
  return [...notes(view), make("p", { class: "cl-first", tabindex: -1 }, view.says)];
}

// What is told at once fills the first screens; what stands below comes a frame later, and doesn't hold it up.
/** @param {CardPage<ComparedCard>} card @param {...Child} more what is told at once too */
export function compared(card, ...more) {
  card.button = null;
  card.shown = [];
  const first = make("div", {});
  const rest = make("div", {});
  const reasons = told(card, more);
  add(first, [verdict(card), reasons]);
  painted(() => {
    add(reasons, folds(card));
    add(rest, [discussion(card), next(card), printing(card), reportForm(card)]);
  });
  return [...notes(card.view), caption(card), first, rest];
}

/** @param {{ notes: string[] }} view */
export function notes(view) {
  return paragraphs(view.notes, { class: "cl-message" });
}

// Next

/** @param {CardPage<ComparedCard>} card */
function next(card) {
  const { view, words } = card;
  /** @param {string} text @param {Asked} message @param {boolean} main */
  const asking = (text, message, main) => button(text, () => askHere(card, message), { class: main ? "cl-main" : "" });
  return make(
    "nav",
    { class: "cl-next", "aria-label": words.next_title },
    view.twins.slice(0, 1).map((twin) => asking(words.twin, { do: "twin", twin }, true)),
    view.single && !view.more_points
      ? onToPractice(card)
      : asking(view.more_points ? words.later : words.next_case, { do: "next" }, !view.twins.length),
    asking(words.again, { do: "again" }, false),
  );
}

/** @param {CardPage<any>} card */
export function reportForm(card) {
  const { words } = card;
  const note = make("textarea", { rows: 3, maxlength: card.model.get("bank").longest_note });
  card.note = note;
  const form = lineForm(
    () => askHere(card, { do: "report", note: note.value }),
    make("p", {}, words.report_about),
    labelAbove(words.report_note, note),
    submit(words.report_send),
  );
  return folded(words.report, { class: "cl-report" }, form);
}
