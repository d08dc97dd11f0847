// The lines of short notes: those of one value at a time, to be added to, reworded and taken out, and saved.

import { fill } from "../../scripts/saying.js";
import { add, filledLater, find, focused, folded, make, onForm, unseen } from "../shared/dom.js";
import {
  about,
  button,
  columnHeads,
  labelAbove,
  line,
  list,
  options,
  paragraphs,
  quietly,
  submit,
} from "../shared/elements.js";
import { ask, follow, openPage, put, say } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { LineForm, NoteLinesPage } from "./page.js" */
/** @import { DrawnNote, LineGroup, EditedLine } from "./view.js" */

/** @param {RenderProps} props */
function render({ model, el }) {
  /** @type {NoteLinesPage} */
  const page = openPage(model, "cl-page cl-review cl-lines", model.get("words").lines);
  page.body = make("div", {});
  page.open = null;
  page.next = "";
  page.adding = lineForm(page, () => addLine(page), submit(page.words.lines_add));
  page.heard = (message) => heard(page, message);
  page.message.tabIndex = -1;
  page.message.dataset.lmSuppressShortcuts = "true";
  page.root.append(page.live, page.body);
  return follow(page, el, showLines);
}

// What a message leads to stands beside it.
/** @param {NoteLinesPage} page @param {{ says: string, kind: string }} message */
function heard(page, { says, kind }) {
  const { words, message } = page;
  if (kind === "sure") put(page, [make("p", {}, says), button(words.lines_sure, step(page, "save", { sure: true }))]);
  if (kind === "conflict") put(page, [make("p", {}, says), button(words.lines_take_up, () => takeUp(page))]);
  if (kind === "added") clear(page.adding);
  if (page.next === "message") message.focus();
  page.next = "";
}

// The file is read and notes are drawn anew, which takes a while: until then nothing else can be asked.
/** @param {NoteLinesPage} page */
function takeUp(page) {
  const { root, words, message } = page;
  if (page.waiting) return;
  page.next = "message";
  ask(page, { do: "take_up" });
  const resting = [...root.querySelectorAll("button")].filter((one) => !one.disabled);
  for (const one of resting) one.disabled = true;
  page.rest = () => {
    for (const one of resting) one.disabled = false;
    page.rest = undefined;
  };
  say(page, words.lines_reading);
  message.focus();
}

/** @param {NoteLinesPage} page */
function showLines(page) {
  const { view, body, message } = page;
  const now = JSON.stringify({ ...view, message: null });
  if (page.shown === now) return;
  page.shown = now;
  page.open = null;
  body.replaceChildren();
  const { says, found, found_title, groups } = view;
  add(body, [
    paragraphs(says),
    found_title ? folded(found_title, {}, list(found)) : found.length ? list(found) : null,
    groups.length ? chosenLines(page) : message,
    groups.length ? notes(page) : null,
    groups.length ? filledLater(page.words.lines_values, () => [values(page)]) : null,
  ]);
  if (page.next && page.next !== "message") {
    focusOn(page, page.next);
    page.next = "";
  }
}

// What the focus goes to: the row that was changed, or the one in its place, or the field for a new line.
/** @param {NoteLinesPage} page @param {string} key */
function focusOn({ body, adding }, key) {
  const wanted = find(body, `[data-key="${key}"]`);
  (wanted ?? adding.text).focus();
}

/** @param {NoteLinesPage} page */
function chosenLines(page) {
  const { words, view, adding, message } = page;
  const choices = view.groups.map((group) => ({
    value: group.key,
    name: fill(words.lines_option, { name: group.name, count: group.count }),
    chosen: group.key === view.chosen,
  }));
  const select = make("select", { "data-key": "choose" }, options(choices));
  select.addEventListener("change", () => choose(page, select.value));
  const tags = folded(words.lines_tags, {}, about(words.lines_tags_about), about(view.tags));
  return make(
    "section",
    {},
    labelAbove(words.lines_show, select),
    make("p", {}, view.leads),
    make("p", { class: "cl-few" }, view.few),
    make(
      "ul",
      { class: "cl-line-list" },
      view.lines.map((one) => row(page, one)),
    ),
    make("h3", {}, words.lines_new),
    adding.form,
    tags,
    saving(page),
    message,
  );
}

/** @param {NoteLinesPage} page @param {string} group */
function choose(page, group) {
  page.next = "choose";
  ask(page, { do: "choose", group });
}

/** @param {NoteLinesPage} page @param {EditedLine} one */
function row(page, one) {
  const { words, view } = page;
  const whose = () => unseen(` “${one.text}”`);
  const remove = () => {
    page.next = `line ${one.place}`;
    ask(page, { do: "delete", group: view.chosen, place: one.place, was: one.text });
  };
  const buttons = line(
    quietly([words.lines_reword, whose()], () => reword(page, one), { "data-key": `line ${one.place}` }),
    quietly([words.lines_delete, whose()], remove),
  );
  return make(
    "li",
    { "data-place": one.place },
    make("p", {}, one.text),
    one.tags ? make("small", {}, one.tags) : null,
    one.note ? make("p", { class: "cl-changed" }, one.note) : null,
    one.problems.length ? list(one.problems, { class: "cl-problems" }) : null,
    buttons,
  );
}

// The line becomes a form; of the others none is open then.
/** @param {NoteLinesPage} page @param {EditedLine} one */
function reword(page, one) {
  const { words, view, body } = page;
  if (page.open !== null) close(page, page.open);
  page.open = one.place;
  const keep = () => {
    page.next = `line ${one.place}`;
    ask(page, { do: "reword", group: view.chosen, place: one.place, was: one.text, ...typed(fields) });
  };
  const cancel = button(words.lines_cancel, () => close(page, one.place));
  const fields = lineForm(page, keep, submit(words.lines_keep), cancel);
  fields.text.value = one.text;
  fields.says.value = one.says;
  fields.bars.value = one.bars;
  find(body, `li[data-place="${one.place}"]`)?.replaceChildren(fields.form);
  fields.text.focus();
}

// The line as it was, once more.
/** @param {NoteLinesPage} page @param {number} place */
function close(page, place) {
  const had = focused()?.closest("li")?.dataset.place === String(place);
  const closed = row(page, page.view.lines[place]);
  find(page.body, `li[data-place="${place}"]`)?.replaceWith(closed);
  page.open = null;
  if (had) find(closed, "button")?.focus();
}

/** @param {NoteLinesPage} page */
function addLine(page) {
  page.next = "new";
  ask(page, { do: "add", group: page.view.chosen, ...typed(page.adding) });
}

/** @param {NoteLinesPage} page @param {() => unknown} send @param {...HTMLElement} buttons @returns {LineForm} */
function lineForm({ words }, send, ...buttons) {
  const text = make("textarea", { rows: 2 });
  const says = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const bars = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const form = onForm(
    send,
    { class: "cl-line-form" },
    labelAbove(words.lines_text, text),
    line(labelAbove(words.lines_says, says), labelAbove(words.lines_bars, bars)),
    line(...buttons),
  );
  return { form, text, says, bars };
}

/** @param {LineForm} fields */
function typed({ text, says, bars }) {
  return { text: text.value, says: says.value, bars: bars.value };
}

/** @param {LineForm} fields */
function clear({ text, says, bars }) {
  for (const field of [text, says, bars]) field.value = "";
}

// What is not saved yet, and what a save does.
/** @param {NoteLinesPage} page */
function saving(page) {
  const { words, view } = page;
  if (!view.unsaved) return null;
  return make(
    "div",
    { class: "cl-saving" },
    folded(view.unsaved, {}, list(view.changes)),
    view.stopped.length ? list(view.stopped, { class: "cl-problems" }) : null,
    line(
      button(words.lines_save, step(page, "save"), { class: "cl-main" }),
      button(words.lines_undo, step(page, "undo")),
      quietly(words.lines_discard, step(page, "discard")),
    ),
    view.codes ? about(view.codes) : null,
  );
}

// The button that was pressed may be gone then: the focus goes to what is said of it.
/** @param {NoteLinesPage} page @param {string} name @param {Record<string, unknown>} [more] */
function step(page, name, more) {
  return () => {
    page.next = "message";
    ask(page, { do: name, ...more });
  };
}

/** @param {NoteLinesPage} page */
function notes({ words, view }) {
  if (!view.notes.length) return null;
  const fold = folded(
    view.notes_title,
    {},
    view.notes.map((one) => note(words.lines_heard, one)),
  );
  fold.open = view.notes_open;
  return fold;
}

/** @param {string} heard @param {DrawnNote} one */
function note(heard, one) {
  const lines = one.lines.map((text, place) =>
    one.heard.includes(place) ? [make("mark", {}, text), unseen(` ${heard}`)] : text,
  );
  return make("section", {}, make("h4", {}, one.title), list(lines));
}

/** @param {NoteLinesPage} page */
function values(page) {
  const { words, view } = page;
  const heads = [words.lines_columns_value, words.lines_columns_lines, words.lines_columns_level];
  /** @param {LineGroup} group */
  const lead = (group) => quietly([group.count, unseen(` ${group.name}`)], () => choose(page, group.key));
  const rows = view.groups.map((group) => {
    const cells = [lead(group), group.level, group.rules].map((cell) => make("td", {}, cell));
    return make("tr", {}, make("th", { scope: "row" }, group.name), cells);
  });
  const caption = make("caption", {}, unseen(words.lines_values));
  const head = columnHeads([...heads, words.lines_columns_rules]);
  return make("div", { class: "cl-even" }, make("table", {}, caption, head, make("tbody", {}, rows)));
}

export default { render };
