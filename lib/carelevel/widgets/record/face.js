// The record: download, load, erase. It shows `view`, and sends what the trainee asks for.

import { fill } from "../../scripts/saying.js";
import { folded, make, onForm, uniqueId } from "../shared/dom.js";
import { about, button, choice, codeField, labelBefore, line, lineForm, submit } from "../shared/elements.js";
import { ask, chosenFile, follow, openPage, say } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { RecordPage } from "./page.js" */

const FORMS = ["jsonl", "csv", "xapi"];

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {RecordPage} */
  const page = openPage(model, "cl-record", words.record_face);
  page.count = make("p", { class: "cl-count" });
  page.root.append(page.live, page.count, page.message, downloads(page), loader(page), eraser(page));
  page.heard = ({ kind }) => kind === "erased" && foldEraser(page);
  return follow(page, el, showRecord);
}

/** @param {RecordPage} page */
function downloads(page) {
  const { words } = page;
  /** @param {string} form */
  const download = (form) => button(words[form], () => ask(page, { do: "download", form }));
  const title = make("h3", {}, words.download);
  const buttons = line(FORMS.map(download));
  return make("section", { "aria-label": words.download }, title, about(words.download_about), buttons);
}

/** @param {RecordPage} page */
function loader(page) {
  const { words } = page;
  const file = make("input", { type: "file", accept: ".jsonl,.csv,.json,.txt,.tsv,.zip", id: uniqueId() });
  const mine = make("input", { type: "checkbox" });
  return onForm(
    () => load(page, file, mine.checked),
    {},
    make("h3", {}, words.load),
    about(words.load_about),
    line(make("label", { for: file.id }, words.file), file),
    choice(mine, words.take_over),
    submit(words.load),
  );
}

/** @param {RecordPage} page */
function eraser(page) {
  const { words } = page;
  page.code = codeField();
  const says = about(fill(words.erase_about, { code: page.model.get("view").code }));
  const erase = () => ask(page, { do: "erase", code: page.code.value });
  const form = lineForm(erase, labelBefore(words.code, page.code), submit(words.erase_now));
  page.erasing = folded(words.erase, { class: "cl-erase" }, says, form);
  return page.erasing;
}

// What the trainee asks for

/** @param {RecordPage} page @param {HTMLInputElement} input @param {boolean} mine */
async function load(page, input, mine) {
  const file = chosenFile(page, input);
  if (!file) return;
  ask(page, { do: "load", name: file.name, take_over: mine }, [await file.arrayBuffer()]);
  say(page, page.words.loading);
}

// What the kernel answers

/** @param {RecordPage} page */
function showRecord(page) {
  page.count.textContent = page.view.says;
}

/** @param {RecordPage} page */
function foldEraser(page) {
  const focused = page.erasing.contains(document.activeElement);
  page.code.value = "";
  page.erasing.open = false;
  if (focused) page.erasing.querySelector("summary")?.focus();
}

export default { render };
