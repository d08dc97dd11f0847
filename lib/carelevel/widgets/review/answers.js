// Blind answering: one decision point at a time, a level or "not sure", and the files that bring answers together.

import { fill } from "../../scripts/saying.js";
import { find, folded, make, onForm, uniqueId } from "../shared/dom.js";
import { about, button, codeField, header, labelBefore, line, lineForm, submit } from "../shared/elements.js";
import { ask, chosenFile, follow, openPage } from "../shared/kernel.js";
import { radios } from "../shared/radios.js";
import { earlier, glossary, story } from "../shared/story.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { AnswersPage } from "./page.js" */
/** @import { AnswersView, AskedBlind } from "./view.js" */

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {AnswersPage} */
  const page = openPage(model, "cl-review", words.blind);
  page.body = make("div", {});
  page.root.append(page.live, page.message, page.body, bringing(page));
  return follow(page, el, showQuestion);
}

/** @param {AnswersPage} page */
function showQuestion(page) {
  const { view } = page;
  const shown = `${view.code} ${view.new_code} ${view.question}`;
  if (shown === page.shown) return;
  const moved = page.shown !== undefined;
  page.shown = shown;
  page.body.replaceChildren(top(page, view), ...(view.question ? asked(page, view) : over(page, view)));
  if (!moved) return;
  find(page.body, view.new_code ? "[role=alert] + button" : ".cl-first")?.focus({ preventScroll: true });
  page.root.scrollIntoView({ block: "start" });
}

/** @param {AnswersPage} page @param {AnswersView} view */
function top(page, view) {
  const { words } = page;
  const says = fill(words.blind_code, { code: view.code });
  if (!view.can_switch) return header(view.notice, make("p", {}, says));
  const code = codeField();
  code.value = view.new_code;
  const does = () => ask(page, { do: "switch", code: code.value });
  const form = lineForm(does, labelBefore(words.blind_other_code, code), submit(words.blind_switch));
  const begin = view.new_code ? asksToBegin(page, view) : null;
  return header(view.notice, folded(says, { open: Boolean(view.new_code) }, form, begin));
}

// A code that nothing is answered under may be a slip.
/** @param {AnswersPage} page @param {AnswersView} view */
function asksToBegin(page, { new_code: code }) {
  const { words } = page;
  const begin = () => ask(page, { do: "switch", code, begin: true });
  return line(make("p", { role: "alert" }, fill(words.blind_new, { code })), button(words.blind_begin, begin));
}

/** @param {AnswersPage} page @param {AskedBlind} view */
function asked(page, view) {
  const { words } = page;
  const { set, value, complain } = radios(view.legend, view.options, view.chosen, words.blind_missing);
  const keep = () => {
    if (value() === undefined) complain();
    else ask(page, { do: "answer", question: view.question, level: value() });
  };
  const title = make("h3", { class: "cl-first", tabindex: -1 }, view.title);
  const progress = make("p", { class: "cl-why" }, fill(words.blind_progress, { ...view }));
  const buttons = [submit(words.blind_keep, { class: "cl-main" }), back(page, view)];
  return [
    make("div", { class: "cl-heading" }, title, progress),
    ...earlier({ view, words }),
    make(
      "div",
      { class: "cl-columns" },
      make(
        "div",
        { class: "cl-read" },
        make("h4", {}, view.heading),
        story(view.prose, view.glossary),
        glossary(view, words),
      ),
      onForm(keep, { class: "cl-decide" }, set, make("p", { class: "cl-line" }, buttons)),
    ),
  ];
}

/** @param {AnswersPage} page @param {AnswersView} view */
function over(page, view) {
  return [
    make("p", { class: "cl-first cl-over", tabindex: -1 }, view.says),
    make("p", { class: "cl-line" }, back(page, view)),
  ];
}

/** @param {AnswersPage} page @param {AnswersView} view */
function back(page, view) {
  if (!view.can_go_back) return null;
  return button(page.words.blind_back, () => ask(page, { do: "back", question: view.question }));
}

/** @param {AnswersPage} page */
function bringing(page) {
  const { words } = page;
  const file = make("input", { type: "file", accept: ".jsonl,.json,.txt", id: uniqueId() });
  const download = button(words.blind_download, () => ask(page, { do: "download" }));
  const label = make("label", { for: file.id }, words.blind_file);
  const form = lineForm(() => load(page, file), label, file, submit(words.blind_load));
  return folded(words.files, { class: "cl-bringing" }, about(words.files_about), download, form);
}

/** @param {AnswersPage} page @param {HTMLInputElement} input */
async function load(page, input) {
  const file = chosenFile(page, input);
  if (file) ask(page, { do: "load", name: file.name }, [await file.arrayBuffer()]);
}

export default { render };
