// The interview: ask, be told, decide; then the way beside the comparison.

import { fill } from "../../scripts/saying.js";
import { askHere } from "../card/asking.js";
import { deciding } from "../card/decide.js";
import { heading } from "../card/read.js";
import { begin, compared, empty, notes, rendered, reportForm } from "../card/stages.js";
import { make, unseen } from "../shared/dom.js";
import { button, labelBefore, paragraphs, quietly } from "../shared/elements.js";
import { announce } from "../shared/kernel.js";
import { hasWords } from "../shared/search.js";
import { way } from "./way.js";

/** @import { InterviewPage } from "./page.js" */
/** @import { BankQuestion, Learned, Topic } from "./view.js" */
/** @import { CardPage } from "../card/page.js" */

/** @param {InterviewPage} card */
function answer(card) {
  const { view } = card;
  begin(card);
  card.latest = "";
  const questions = asking(card);
  const known = make("div", { class: "cl-known" });
  const show = () => known.replaceChildren(...gathered(card));
  card.grow = (waited) => {
    show();
    questions.show();
    if (waited) tell(card);
  };
  show();
  questions.show();
  const told = make("div", { class: "cl-story" }, make("p", {}, view.opening));
  const person = make("div", { class: "cl-person" }, make("h4", {}, view.heading), told);
  const decision = make("div", { class: "cl-decision" }, known, deciding(card));
  return [
    ...notes(card.view),
    heading(card),
    make("div", { class: "cl-columns" }, person, questions.element, decision),
    reportForm(card),
  ];
}

// The questions by topic

/** @param {InterviewPage} card */
function asking(card) {
  const { words } = card;
  /** @type {Topic[]} */
  const topics = card.model.get("bank").topics;
  const none = make("p", { class: "cl-about", role: "status" });
  const find = make("input", { type: "search", oninput: () => narrow(), onkeydown: (event) => enter(event) });
  const groups = topics.map((topic) => group(card, topic));
  const found = () => groups.flatMap((one) => one.found());
  const narrow = () => {
    groups.forEach((one) => one.narrow(find.value));
    const { length } = found();
    none.textContent = length > 1 ? "" : length ? words.found_one : words.found_none;
  };
  /** @param {KeyboardEvent} event */
  const enter = (event) => {
    if (event.key !== "Enter" || event.repeat) return;
    event.preventDefault(); // or the button that takes the focus is pressed too
    const [first, ...others] = found();
    if (others.length) return first.focus();
    first?.click();
    find.select(); // what is typed next looks for the next question
  };
  const decide = quietly(words.to_decide, () => card.required[0].focus());
  const says = make("p", { class: "cl-about" }, words.ask_about, " ", decide);
  const head = [make("h4", {}, words.ask), says, labelBefore(words.find, find), none];
  const element = make("section", { class: "cl-asking", "aria-label": words.ask }, head);
  element.append(...groups.map((one) => one.element));
  return { element, show: () => groups.forEach((one) => one.show()) };
}

/** @param {InterviewPage} card @param {Topic} topic */
function group(card, topic) {
  const rows = topic.questions.map((question) => row(card, question));
  const list = make("ul", { class: "cl-questions" });
  list.append(...rows.map((one) => one.element));
  const element = make("div", { class: "cl-topic" }, make("h5", {}, topic.title), list);
  /** @param {string} typed */
  const narrow = (typed) => {
    for (const one of rows) one.element.hidden = !hasWords(one.text, typed);
    element.hidden = rows.every((one) => one.element.hidden);
  };
  const found = () => rows.filter((one) => !one.element.hidden).map((one) => one.asks);
  return { element, narrow, found, show: () => rows.forEach((one) => one.show()) };
}

/** @param {InterviewPage} card @param {BankQuestion} question */
function row(card, { id, name, ask, search }) {
  const state = unseen("");
  const heard = make("div", { class: "cl-heard", hidden: true });
  const asks = button([ask, state], () => {
    card.latest = id;
    if (learnedOf(card, id)) card.grow?.(true);
    else askHere(card, { do: "ask", finding: id });
  });
  const element = make("li", {}, asks, heard);
  const show = () => {
    const told = learnedOf(card, id);
    element.classList.toggle("cl-is-asked", Boolean(told));
    state.textContent = told ? ` (${card.words.asked})` : "";
    heard.hidden = !told || card.latest !== id;
    heard.replaceChildren(...(told ? says(told) : []));
  };
  return { element, asks, show, text: [name, ask, ...search].join(" ") };
}

/** @param {InterviewPage} card @param {string} [id] */
function learnedOf(card, id) {
  return card.view.learned.find((one) => one.question === id);
}

// What was told

/** @param {InterviewPage} card */
function gathered({ view, words }) {
  const { length } = view.learned;
  const told = view.learned.map((one) => [make("dt", {}, one.name), make("dd", {}, says(one))]);
  const list = make("dl", { class: "cl-levels cl-learned" }, told);
  const count = fill(words[`learned_${length > 1 ? "n" : length}`], { count: length });
  return [make("h4", {}, words.learned), make("p", { class: "cl-count" }, count), length ? list : ""];
}

/** @param {Learned} told */
function says(told) {
  return paragraphs(told.says, told.is_told ? null : { class: "cl-untold" });
}

/** @param {InterviewPage} card */
function tell(card) {
  const told = learnedOf(card, card.latest);
  if (told) announce(card, told.says.join(" "));
}

/** @param {CardPage<any>} card */
const decided = (card) => compared(card, way(card));

export default { render: rendered("cl-interview", { empty, answer, compared: decided }) };
