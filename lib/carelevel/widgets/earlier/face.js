// The earlier answers: a list, and each told again. A link of a figure on the same page chooses which.

import { caption, discussion, folds, told, verdict } from "../card/compare.js";
import { add, closest, find, folded, make } from "../shared/dom.js";
import { button, labelAbove, line, options, quietly } from "../shared/elements.js";
import { announce, ask, follow, openPage, tell } from "../shared/kernel.js";
import { earlier } from "../shared/story.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { EarlierPage } from "./page.js" */
/** @import { EarlierAnswer, Narrowing, OpenedAnswer } from "./view.js" */
/** @import { Asked } from "../shared/page.js" */

const FIGURES = "a[href^='#earlier?']"; // feedback/behind.py

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {EarlierPage} */
  const page = openPage(model, "cl-earlier-answers", words.earlier_answers);
  page.figure = null;
  page.moves = false;
  page.narrowing = folded(words.narrow, {});
  page.narrowing.addEventListener("toggle", () => {
    if (page.narrowing.open && !page.view.narrowing) tell(page, { do: "narrow" });
  });
  page.body = make("div", { class: "cl-body" });
  page.root.append(page.live, page.narrowing, page.message, page.body);
  /** @param {MouseEvent} event */
  const followed = (event) => followFigure(page, event);
  document.addEventListener("click", followed);
  const leave = follow(page, el, showAnswers);
  return () => {
    leave();
    document.removeEventListener("click", followed);
  };
}

// What a trainee asks for

/** @param {EarlierPage} page @param {MouseEvent} event */
function followFigure(page, event) {
  const link = closest(/** @type {Element} */ (event.target), FIGURES);
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  page.figure = link;
  const [, chosen] = String(link.getAttribute("href")).split("?");
  goTo(page, { do: "select", selection: Object.fromEntries(new URLSearchParams(chosen)) });
}

// Ask, and go to what is answered.
/** @param {EarlierPage} page @param {Asked} message */
function goTo(page, message) {
  page.moves = true;
  ask(page, message);
}

/** @param {EarlierPage} page @param {Record<string, string>} selection */
function select(page, selection) {
  page.figure = null;
  ask(page, { do: "select", selection });
}

/** @param {EarlierPage} page */
function toFigure(page) {
  page.figure?.scrollIntoView({ block: "center" });
  page.figure?.focus({ preventScroll: true });
}

// What the kernel answers

/** @param {EarlierPage} page @param {boolean} waited */
function showAnswers(page, waited) {
  const { view } = page;
  showNarrowing(page);
  page.narrowing.hidden = Boolean(view.opened);
  page.body.replaceChildren();
  add(page.body, view.opened ? opened(page, view.opened) : answers(page));
  if (!waited) return;
  announce(page, [view.title, view.chosen].join(". "));
  if (!page.moves) return;
  page.moves = false;
  find(page.body, ".cl-first")?.focus({ preventScroll: true });
  page.root.scrollIntoView({ block: "start" });
}

/** @param {EarlierPage} page */
function showNarrowing(page) {
  const { view } = page;
  if (!view.narrowing) return;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const held = page.narrowing.contains(focused) ? focused?.dataset.name : null;
  const [title] = page.narrowing.children;
  page.narrowing.replaceChildren(title, line(view.narrowing.map((one) => question(page, one))));
  if (held) find(page.narrowing, `[data-name=${held}]`)?.focus();
}

/** @param {EarlierPage} page @param {Narrowing} narrowing */
function question(page, { name, legend, options: offered }) {
  const { view, words } = page;
  const choices = offered.map((option) => ({ ...option, chosen: view.selection[name] === option.value }));
  const field = make("select", { "data-name": name }, options(choices, words.narrow_any));
  field.addEventListener("change", () => select(page, { ...view.selection, [name]: field.value }));
  return labelAbove(legend, field);
}

/** @param {EarlierPage} page */
function answers(page) {
  const { view, words } = page;
  return [
    make("h3", { class: "cl-first", tabindex: -1 }, view.title),
    make("p", { class: "cl-about" }, [view.chosen, view.says].filter(Boolean).join(" ")),
    line(
      page.figure ? button(words.to_figure, () => toFigure(page)) : null,
      view.chosen ? button(words.narrow_none, () => select(page, {})) : null,
    ),
    make(
      "ol",
      { class: "cl-to-open" },
      view.answers.map((answer) => listed(page, answer)),
    ),
    turning(page),
  ];
}

/** @param {EarlierPage} page @param {EarlierAnswer} answer */
function listed(page, { id, title, says, sign, verdict: came }) {
  const opens = quietly(title, () => goTo(page, { do: "open", attempt: id }));
  const outcome = make("span", {}, make("span", { "aria-hidden": "true" }, sign, " "), came);
  return make("li", {}, opens, make("small", {}, says), make("small", {}, outcome));
}

/** @param {EarlierPage} page */
function turning(page) {
  const { view, words } = page;
  /** @param {number} to */
  const turn = (to) => () => goTo(page, { do: "page", page: to });
  return line(
    view.page > 0 ? button(words.newer, turn(view.page - 1)) : null,
    view.page + 1 < view.pages ? button(words.older, turn(view.page + 1)) : null,
  );
}

/** @param {EarlierPage} page @param {OpenedAnswer} answer */
function opened(page, answer) {
  const { model, words } = page;
  const shown = { model, words, view: answer.told };
  /** @param {string} text @param {string} attempt */
  const other = (text, attempt) => (attempt ? button(text, () => goTo(page, { do: "open", attempt })) : null);
  return [
    line(
      button(words.to_list, () => goTo(page, { do: "close" })),
      other(words.newer_answer, answer.newer),
      other(words.older_answer, answer.older),
      page.figure ? button(words.to_figure, () => toFigure(page)) : null,
    ),
    caption(shown),
    make("p", { class: "cl-about" }, answer.notes.join(" ")),
    verdict(shown),
    told(shown, earlier(shown), folds(shown)),
    discussion(shown),
  ];
}

export default { render };
