// A bank's cases to take along: which ones, with twins or not, and a button for each kind of file.

import { folded, make } from "../shared/dom.js";
import { about, button, choice, line, quietly } from "../shared/elements.js";
import { ask, follow, openPage, say } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { BankFilesPage } from "./page.js" */

const PATIENCE_MS = 60_000; // a large bank takes the kernel some seconds
const KINDS = { moodle: "to_moodle", handout: "to_handout" };

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {BankFilesPage} */
  const page = openPage(model, "cl-bank-files", words.bank_files, PATIENCE_MS);
  page.twins = make("input", { type: "checkbox", checked: true });
  page.boxes = Object.entries(model.get("view").cases).map(([value, title]) => ({
    title,
    box: make("input", { type: "checkbox", value, checked: true }),
  }));
  page.root.append(page.live, about(words.files_about));
  if (page.boxes.length) page.root.append(choices(page));
  page.root.append(choice(page.twins, words.with_twins), buttons(page), page.message);
  return follow(page, el, () => {});
}

/** @param {BankFilesPage} page */
function choices(page) {
  const { words, boxes } = page;
  /** @param {boolean} checked */
  const all = (checked) => () => boxes.forEach(({ box }) => (box.checked = checked));
  /** @param {string} name @param {boolean} checked */
  const tick = (name, checked) => quietly(name, all(checked));
  const legend = make("legend", { class: "cl-unseen" }, words.which_cases);
  const cases = boxes.map(({ box, title }) => choice(box, title));
  const buttons = line(tick(words.all_cases, true), tick(words.no_case, false));
  return folded(words.which_cases, {}, buttons, make("fieldset", {}, legend, cases));
}

/** @param {BankFilesPage} page */
function buttons(page) {
  /** @param {string[]} kind */
  const one = ([form, word]) => button(page.words[word], () => download(page, form));
  return line(Object.entries(KINDS).map(one));
}

// What the supervisor asks for

/** @param {BankFilesPage} page @param {string} form */
function download(page, form) {
  const { words, boxes } = page;
  if (page.waiting) return;
  const chosen = boxes.filter(({ box }) => box.checked);
  if (boxes.length && !chosen.length) {
    say(page, words.choose_first);
    return;
  }
  // All of them are asked for without a name, so that a case written meanwhile comes along.
  const cases = chosen.length < boxes.length ? chosen.map(({ box }) => box.value) : [];
  ask(page, { do: "download", form, cases, twins: page.twins.checked });
  say(page, words.writing);
}

export default { render };
