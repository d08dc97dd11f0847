// The card: read, decide, compare, next. It shows `view`, keeps `choices`, and sends what the trainee does.

import { add, folded, make } from "../shared/dom.js";
import { explanation } from "../shared/explain.js";
import { earlier } from "../shared/story.js";
import { announce, ask, showMessage, stopWaiting } from "./asking.js";
import { caption, reread, sides, verdict } from "./compare.js";
import { deciding } from "./decide.js";
import { heading, reading } from "./read.js";
import { form, showTop } from "./top.js";

function render({ model, el }) {
  const card = begin(model);
  const update = () => showView(card);
  const adopt = () => adoptDraft(card);
  el.append(card.root);
  showView(card);
  model.on("change:view", update);
  model.on("change:draft", adopt);
  return () => {
    model.off("change:view", update);
    model.off("change:draft", adopt);
    stopWaiting(card);
    clearTimeout(card.typing);
  };
}

function begin(model) {
  const words = model.get("words");
  const card = {
    model,
    words,
    me: crypto.randomUUID?.() ?? String(Math.random()),
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    top: make("header", { class: "cl-top" }),
    message: make("p", { class: "cl-message", hidden: true }),
    body: make("div", { class: "cl-body" }),
    said: 0, // the number of the last message announced
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  card.root = make("section", { class: "cl-card", tabindex: -1, "aria-label": words.card });
  card.root.append(card.live, card.top, card.message, card.body);
  card.root.addEventListener("keydown", (event) => event.stopPropagation());
  return card;
}

// What the kernel says

function showView(card) {
  card.view = card.model.get("view");
  const asked = stopWaiting(card);
  const page = `${card.view.stage} ${card.view.attempt}`;
  showTop(card);
  showMessage(card);
  if (page === card.page) return;
  card.page = page;
  card.body.replaceChildren(...bodies[card.view.stage](card));
  if (!asked) return;
  card.body.querySelector(".cl-first")?.focus({ preventScroll: true });
  card.root.scrollIntoView({ block: "start" });
  if (card.view.compared) announce(card, card.view.compared.says.join(" "));
}

function adoptDraft(card) {
  const { by, choices } = card.model.get("draft");
  if (by === card.me || card.view.stage !== "answer") return;
  card.choices = structuredClone(choices);
  card.shown?.forEach((show) => show());
}

// The three stages

const bodies = {
  empty: ({ view }) => [...notes(view), make("p", { class: "cl-first", tabindex: -1 }, view.says)],
  answer: (card) => {
    card.choices = structuredClone(card.model.get("draft").choices);
    card.shown = [];
    return [
      ...notes(card.view),
      heading(card),
      ...earlier(card),
      make("div", { class: "cl-columns" }, reading(card), deciding(card)),
      reportForm(card),
    ];
  },
  compared: (card) => {
    card.button = null;
    card.shown = [];
    const rest = make("div", {});
    afterPaint(() => add(rest, [reasons(card), next(card), reportForm(card)]));
    return [
      ...notes(card.view),
      caption(card),
      verdict(card),
      make("div", { class: "cl-columns" }, reread(card), sides(card)),
      rest,
    ];
  },
};

// The comparison fills the first screen; what stands below it comes a frame later, and doesn't hold it up.
function afterPaint(build) {
  requestAnimationFrame(() => setTimeout(build));
}

function reasons({ view, model, words }) {
  return explanation(view.explained, model.get("bank").silences, words);
}

function notes(view) {
  return view.notes.map((says) => make("p", { class: "cl-message" }, says));
}

// Next

function next(card) {
  const { view, words } = card;
  const button = (text, message, main) =>
    make("button", { type: "button", class: main ? "cl-main" : "", onclick: () => ask(card, message) }, text);
  return make(
    "nav",
    { class: "cl-next", "aria-label": words.next_title },
    view.twins.slice(0, 1).map((twin) => button(words.twin, { do: "twin", twin }, true)),
    button(view.more_points ? words.later : words.next_case, { do: "next" }, !view.twins.length),
    button(words.again, { do: "again" }, false),
  );
}

function reportForm(card) {
  const { words } = card;
  const note = make("textarea", { rows: 3, maxlength: card.model.get("bank").longest_note });
  const submit = () => {
    ask(card, { do: "report", note: note.value });
  };
  return folded(
    words.report,
    { class: "cl-report" },
    form(
      submit,
      make("p", {}, words.report_about),
      make("label", { class: "cl-text" }, make("span", {}, words.report_note), note),
      make("button", { type: "submit" }, words.report_send),
    ),
  );
}

export default { render };
