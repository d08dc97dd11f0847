// The card: read, decide, compare, next. It shows `view`, keeps `choices`, and sends what the trainee does.

import { add, find, folded, make } from "../shared/dom.js";
import { button, labelAbove, lineForm, paragraphs, submit } from "../shared/elements.js";
import { announce, follow, openPage, say } from "../shared/kernel.js";
import { earlier } from "../shared/story.js";
import { askHere, changed, heldChoices, letGoOfKept, onToPractice, showButton } from "./asking.js";
import { caption, discussion, folds, headline, told, verdict } from "./compare.js";
import { deciding } from "./decide.js";
import { printing } from "./paper.js";
import { heading, reading } from "./read.js";
import { showTop } from "./top.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { CardPage } from "./page.js" */
/** @import { AskedCard, CardView, ComparedCard, EmptyCard } from "./view.js" */
/** @import { Asked } from "../shared/page.js" */

const SLOW_MS = 500; // after so long the button says that it is at work
const PATIENCE_MS = 6000; // after so long without an answer the card says that the kernel is silent

/** @param {RenderProps} props */
function render({ model, el }) {
  /** @type {CardPage} */
  const card = openPage(model, "", model.get("words").card, PATIENCE_MS);
  card.top = make("header", { class: "cl-top" });
  card.body = make("div", { class: "cl-body" });
  card.root.append(card.live, card.top, card.message, card.body);
  const working = () => card.button && (card.button.textContent = card.words.comparing);
  card.slow = [{ after: SLOW_MS, done: working }];
  card.rest = () => showButton(card);
  card.heard = ({ kind }) => kind === "done" && card.note && (card.note.value = "");
  const leave = follow(card, el, showView, { "change:draft": () => adoptDraft(card) });
  return () => {
    leave();
    clearTimeout(card.typing);
  };
}

/** @param {CardPage} card @param {boolean} waited */
function showView(card, waited) {
  letGoOfKept(card);
  showTop(card);
  const page = `${card.view.stage} ${card.view.attempt}`;
  if (page !== card.page) showStage(card, page, waited);
  if (!card.message.isConnected) card.body.before(card.message);
  showButton(card);
}

// The focus moves only where this page has asked for it.
/** @param {CardPage} card @param {string} page @param {boolean} waited */
function showStage(card, page, waited) {
  card.page = page;
  announce(card, "");
  card.body.replaceChildren(...bodies[card.view.stage](card));
  if (card.view.stage === "answer" && !waited) takeUpHeld(card);
  if (!waited) return;
  find(card.body, ".cl-first")?.focus({ preventScroll: true });
  card.root.scrollIntoView({ block: "start" });
  if (card.view.compared) announce(card, headline(card.view.compared).join(" "));
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

// The three stages

/** @type {Record<CardView["stage"], (card: CardPage<any>) => Node[]>} */
const bodies = {
  /** @param {CardPage<EmptyCard>} card */
  empty: ({ view }) => [...notes(view), make("p", { class: "cl-first", tabindex: -1 }, view.says)],
  /** @param {CardPage<AskedCard>} card */
  answer: (card) => {
    card.choices = structuredClone(card.model.get("draft").choices);
    card.shown = [];
    return [
      ...notes(card.view),
      heading(card),
      ...earlier(card),
      make("div", { class: "cl-columns" }, reading(card), deciding(card)),
      printing(card),
      reportForm(card),
    ];
  },
  /** @param {CardPage<ComparedCard>} card */
  compared: (card) => {
    card.button = null;
    card.shown = [];
    const rest = make("div", {});
    // What is told at once fills the first screens; what stands below comes a frame later, and doesn't hold it up.
    requestAnimationFrame(() =>
      setTimeout(() => add(rest, [folds(card), discussion(card), next(card), printing(card), reportForm(card)])),
    );
    return [...notes(card.view), caption(card), verdict(card), told(card), rest];
  },
};

/** @param {CardView} view */
function notes(view) {
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

/** @param {CardPage} card */
function reportForm(card) {
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

export default { render };
