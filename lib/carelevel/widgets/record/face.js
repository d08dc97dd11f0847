// The record: download, load, erase. It shows `view`, and sends what the trainee asks for.

import { fill } from "../../scripts/saying.js";
import { folded, make, onForm, uniqueId } from "../shared/dom.js";
import { about, button, codeField, labelBefore, line, lineForm, submit } from "../shared/elements.js";
import { ask, chosenFile, follow, openPage, say } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { RecordPage } from "./page.js" */

const FORMS = ["jsonl", "csv"];

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {RecordPage} */
  const page = openPage(model, "cl-record", words.record_face);
  page.file = null;
  page.count = make("p", { class: "cl-count" });
  page.whose = line(button(words.take_over, () => load(page, true)));
  page.root.append(page.live, page.count, page.message, page.whose, downloads(page), loader(page), eraser(page));
  page.heard = ({ kind }) => {
    if (kind === "erased") foldEraser(page);
    page.message.scrollIntoView({ block: "nearest" });
  };
  return follow(page, el, showRecord);
}

/** @param {RecordPage} page */
function downloads(page) {
  const { words } = page;
  /** @param {string} form */
  const download = (form) => button(words[form], () => ask(page, { do: "download", form }));
  const title = make("h3", {}, words.download);
  const buttons = line(FORMS.map(download));
  const store = folded(words.store, {}, about(words.store_about), line(download("xapi")));
  return make("section", { "aria-label": words.download }, title, about(words.download_about), buttons, store);
}

/** @param {RecordPage} page */
function loader(page) {
  const { words } = page;
  const file = make("input", { type: "file", accept: ".jsonl,.csv,.json,.txt,.tsv,.zip", id: uniqueId() });
  const chosen = () => {
    page.file = chosenFile(page, file);
    load(page, false);
  };
  return onForm(
    chosen,
    {},
    make("h3", {}, words.load),
    about(words.load_about),
    line(make("label", { for: file.id }, words.file), file, submit(words.load)),
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

// *mine*: what is kept under another code too, once the trainee has said so.
/** @param {RecordPage} page @param {boolean} mine */
async function load(page, mine) {
  const { file } = page;
  if (!file) return;
  ask(page, { do: "load", name: file.name, take_over: mine }, [await file.arrayBuffer()]);
  say(page, page.words.loading);
}

// What the kernel answers

/** @param {RecordPage} page */
function showRecord(page) {
  page.count.textContent = page.view.says;
  page.whose.hidden = !asksWhose(page);
}

// Another page of this record may have loaded the file that is asked about.
/** @param {RecordPage} page */
function asksWhose({ view, file }) {
  return view.message?.kind === "whose" && Boolean(file);
}

/** @param {RecordPage} page */
function foldEraser(page) {
  const focused = page.erasing.contains(document.activeElement);
  page.code.value = "";
  page.erasing.open = false;
  if (focused) page.erasing.querySelector("summary")?.focus();
}

export default { render };
