// A form: its code, then one note or story after another with one answer each, and nothing told before both are in.

import { find, folded, make, onForm } from "../shared/dom.js";
import { about, codeField, header, labelBefore, lineForm, list, submit } from "../shared/elements.js";
import { ask, follow, openPage, tell } from "../shared/kernel.js";
import { radios } from "../shared/radios.js";
import { glossary, story } from "../shared/story.js";
import { table } from "./table.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { FormPage } from "./page.js" */
/** @import { AskedForm, WholeForm } from "./view.js" */

/** @param {RenderProps} props */
function render({ model, el }) {
  /** @type {FormPage} */
  const page = openPage(model, "cl-page cl-form", model.get("words").form);
  page.body = make("div", {});
  page.root.append(page.live, page.message, page.body);
  return follow(page, el, showForm);
}

/** @param {FormPage} page */
function showForm(page) {
  const { view, body } = page;
  const shown = `${view.question} ${view.says} ${view.code ?? ""}`;
  if (shown === page.shown) return;
  const moved = page.shown !== undefined;
  page.shown = shown;
  body.replaceChildren(header(view.notice), ...parts(page));
  if (!moved) return;
  find(body, ".cl-first")?.focus({ preventScroll: true });
  page.root.scrollIntoView({ block: "start" });
}

/** @param {FormPage} page */
function parts(page) {
  const { view } = page;
  if (view.question !== null) return asked(page, view);
  if (view.rows) return whole(page, view);
  return [said(view.says), about(view.about), codeForm(page)];
}

/** @param {string} says */
function said(says) {
  return make("p", { class: "cl-first", tabindex: -1, hidden: !says }, says);
}

/** @param {FormPage} page */
function codeForm(page) {
  const { words } = page;
  const code = codeField();
  const begin = () => ask(page, { do: "begin", code: code.value });
  return lineForm(begin, labelBefore(words.code, code), submit(words.begin, { class: "cl-main" }));
}

/** @param {FormPage} page @param {AskedForm} view */
function asked(page, view) {
  const { words } = page;
  const { set, value, complain } = radios(view.legend, view.options, view.chosen, words.missing);
  set.addEventListener("change", () => tell(page, { do: "choose", question: view.question, level: value() }));
  const keep = () => {
    if (value() === undefined) complain();
    else ask(page, { do: "answer", question: view.question, level: value() });
  };
  const title = make("h3", { class: "cl-first", tabindex: -1 }, view.title);
  const read = view.lines.length ? list(view.lines, { class: "cl-note" }) : story(view.prose);
  return [
    make("div", { class: "cl-heading" }, title, make("code", { class: "cl-why" }, view.code)),
    view.says ? make("p", {}, view.says) : "",
    make(
      "div",
      { class: "cl-columns" },
      make("div", { class: "cl-read" }, read, glossary(view, words)),
      onForm(
        keep,
        { class: "cl-decide" },
        set,
        make("p", { class: "cl-line" }, submit(words.keep, { class: "cl-main" })),
      ),
    ),
    folded(words.other, {}, about(view.about), codeForm(page)),
  ];
}

/** @param {FormPage} page @param {WholeForm} view */
function whole(page, view) {
  const { words } = page;
  const names = [words.item, words.yours_before, words.theirs, words.yours_after, words.theirs];
  const rows = view.rows.map((row) => [row.name, row.before, row.theirs_before, row.after, row.theirs_after]);
  return [said(view.says), rows.length ? table(names, rows) : "", view.more ? about(view.more) : "", codeForm(page)];
}

export default { render };
