// The bar that stays: begin, open, go on with a draft, undo, save; and below it what came of a save.

import { fill } from "../../scripts/saying.js";
import { folded, make, onForm, uniqueId, unseen } from "../shared/dom.js";
import { button, columnHeads, line, lineForm, list, options, quietly, submit } from "../shared/elements.js";
import { chosenFile, say } from "../shared/kernel.js";
import { ask } from "./desk.js";
import { labelled } from "./fields.js";

/** @import { EditorPage } from "./page.js" */
/** @import { KeptDraft, SavedCase, ShownConflict } from "./view.js" */
/** @import { Asked } from "../shared/page.js" */

/** @param {EditorPage} page */
export function bar(page) {
  const { words, ctrl } = page;
  page.opening = folded(words.open, {});
  page.keeping = folded(words.kept, {});
  page.bringing = folded(words.bring, {}, bringing(page));
  page.opening.addEventListener("toggle", () => page.opening.open && !page.view?.cases && ask(page, { do: "cases" }));
  for (const one of [page.opening, page.bringing, page.keeping])
    one.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      one.open = false;
      one.querySelector("summary")?.focus();
    });
  page.root.addEventListener("pointerdown", ({ target }) => {
    for (const one of [page.opening, page.bringing, page.keeping])
      if (!one.contains(/** @type {Node} */ (target))) one.open = false;
  });
  /** @param {string} letters */
  const key = (letters) => make("kbd", {}, `${ctrl}+${letters}`);
  /** @param {string} says @param {string} keys @param {Asked} message @param {boolean} [main] */
  const step = (says, keys, message, main) => {
    const attributes = { class: main ? "cl-main" : null, "aria-keyshortcuts": `Control+${keys}` };
    return button([says, " ", key(keys)], () => ask(page, message), attributes);
  };
  page.undo = step(words.undo, "Z", { do: "undo" });
  page.redo = step(words.redo, "Y", { do: "redo" });
  page.save = step(words.save, "S", { do: "save" }, true);
  return make(
    "div",
    { class: "cl-bar", role: "group", "aria-label": words.bar },
    button(words.start, () => begun(page, { do: "start" })),
    page.opening,
    page.bringing,
    page.keeping,
    line(page.undo, page.redo, page.save),
  );
}

// Another case comes onto the desk: the one that was there is kept, and the title is where to begin.
/** @param {EditorPage} page @param {Asked} message @param {ArrayBuffer[]} [buffers] */
function begun(page, message, buffers) {
  for (const one of [page.opening, page.bringing, page.keeping]) one.open = false;
  page.chooser?.leave();
  ask(page, message, buffers);
  page.begun = page.turn;
}

// A file, or a pasted text, that becomes a draft with its marks.
/** @param {EditorPage} page */
function bringing(page) {
  const { words } = page;
  const input = make("input", { type: "file", accept: ".md,.txt,.docx" });
  const text = make("textarea", { rows: 5 });
  const file = async () => {
    const chosen = chosenFile(page, input);
    if (!chosen) return;
    begun(page, { do: "bring", name: chosen.name }, [await chosen.arrayBuffer()]);
    input.value = "";
  };
  const pasted = () => {
    if (!text.value.trim()) return say(page, words.no_text);
    begun(page, { do: "bring_text", text: text.value });
    text.value = "";
  };
  return make(
    "div",
    { class: "cl-bringing" },
    onForm(file, {}, labelled(words.bring_file, input, words.bring_file_about), submit(words.bring_file_now)),
    onForm(pasted, {}, labelled(words.bring_text, text, words.bring_text_about), submit(words.bring_text_now)),
  );
}

/** @param {EditorPage} page */
export function showBar(page) {
  const { view, words } = page;
  page.status.textContent = view.status;
  page.undo.setAttribute("aria-disabled", String(!view.can_undo));
  page.redo.setAttribute("aria-disabled", String(!view.can_redo));
  page.keeping.hidden = !view.kept.length;
  summaryOf(page.keeping).textContent = fill(words.kept_n, { count: view.kept.length });
  same(page.opening, view.cases ?? [], () => caseChooser(page));
  const drafts = () => view.kept.map((one) => keptDraft(page, one));
  same(page.keeping, view.kept, () => list(drafts(), { class: "cl-kept" }));
}

// Built anew only where what it shows has changed, so that the focus stays in it.
/** @param {HTMLElement} fold @param {unknown} shown @param {() => Node} build */
function same(fold, shown, build) {
  const now = JSON.stringify(shown);
  if (fold.dataset.now === now) return;
  fold.dataset.now = now;
  fold.replaceChildren(summaryOf(fold), build());
}

/** @param {HTMLElement} fold */
function summaryOf(fold) {
  return /** @type {HTMLElement} */ (fold.querySelector("summary"));
}

/** @param {EditorPage} page */
function caseChooser(page) {
  const { words, view } = page;
  if (!view.cases?.length) return make("p", {}, words.open_none);
  const cases = view.cases.map(({ id, title }) => ({ value: id, name: title }));
  const select = make("select", { id: uniqueId() }, options(cases));
  const label = make("label", { for: select.id }, words.open_case);
  const open = () => begun(page, { do: "open", case: select.value });
  return lineForm(open, label, select, submit(words.open_now));
}

/** @param {EditorPage} page @param {KeptDraft} kept */
function keptDraft(page, { name, title, says }) {
  const { words } = page;
  /** @param {string} text */
  const about = (text) => [text, unseen(` “${title}”`)];
  const discard = quietly(about(words.discard), () => {
    if (discard.dataset.sure) return ask(page, { do: "discard", name });
    discard.dataset.sure = "true"; // a draft that is thrown away is gone: the button is pressed twice
    discard.replaceChildren(...about(words.discard_sure));
  });
  const resume = quietly(about(words.resume), () => begun(page, { do: "resume", name }));
  const buttons = make("p", { class: "cl-line" }, resume, discard);
  return [make("b", {}, title), " ", make("small", {}, says), buttons];
}

/** @param {EditorPage} page */
export function showNotes(page) {
  const { view } = page;
  const now = JSON.stringify([view.saved, view.conflict]);
  if (page.notes.dataset.now === now) return;
  page.notes.dataset.now = now;
  page.notes.replaceChildren();
  if (view.saved) page.notes.append(savedNote(page, view.saved));
  if (view.conflict) page.notes.append(conflictNote(page, view.conflict));
  if (page.turn) page.notes.querySelector("h3")?.focus(); // not where a page shows it that asked for nothing
}

/** @param {EditorPage} page @param {SavedCase} saved */
function savedNote(page, { says, held }) {
  const { words } = page;
  const link = make("a", { href: page.bank.practice, target: "_blank", rel: "noopener" }, words.saved_practice);
  return make(
    "section",
    { class: "cl-saved" },
    make("h3", { tabindex: -1 }, says),
    held ? make("p", {}, make("b", {}, held)) : make("p", {}, words.saved_next, " ", link, words.saved_then),
  );
}

// The file changed under the author's hands: both versions, line by line, and the ways on.
/** @param {EditorPage} page @param {ShownConflict} conflict */
function conflictNote(page, conflict) {
  const { words } = page;
  /** @param {ShownConflict["rows"][number]} row */
  const row = ({ disk, mine, differs }) =>
    make(
      "tr",
      { class: differs ? "cl-differing" : null },
      make("td", {}, differs ? unseen(`${words.differs} `) : null, disk),
      make("td", {}, mine),
    );
  const name = make("input", {
    type: "text",
    id: uniqueId(),
    class: "cl-code",
    value: conflict.suggested,
    maxlength: page.bank.longest.line,
    spellcheck: "false",
  });
  const saveAs = () => ask(page, { do: "save_as", id: name.value });
  const heads = columnHeads([words.on_disk, words.mine]);
  const table = make("table", {}, heads, make("tbody", {}, conflict.rows.map(row)));
  const versions = make(
    "div",
    { class: "cl-versions", tabindex: 0, role: "region", "aria-label": words.versions },
    table,
  );
  return make(
    "section",
    { class: "cl-conflict" },
    make("h3", { tabindex: -1 }, conflict.title),
    make("p", {}, conflict.says),
    line(
      button(words.keep_mine, () => ask(page, { do: "overwrite" })),
      conflict.gone ? null : button(words.take_disk, () => ask(page, { do: "take_disk" })),
      lineForm(saveAs, make("label", { for: name.id }, words.other_id), name, submit(words.save_as)),
    ),
    conflict.gone ? null : versions,
  );
}
