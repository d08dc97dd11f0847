// The editor: a supervisor writes on one side, and reads on the other what the bank would make of it.
// It holds the draft, sends every change after a short pause, and shows what `view` answers to the newest one.

import { closest, focused, make } from "../shared/dom.js";
import { header } from "../shared/elements.js";
import { announce, follow, openPage, say } from "../shared/kernel.js";
import { bar, showBar, showNotes } from "./bar.js";
import { about, tail } from "./case.js";
import { ask, changed, flush, heldDraft, letGoOfKept, sendLater, showFields } from "./desk.js";
import { incoming, shape } from "./draft.js";
import { fieldAt } from "./places.js";
import { showSide } from "./side.js";
import { pointPart } from "./story.js";

/** @import { AnyModel, RenderProps } from "@anywidget/types" */
/** @import { EditorPage } from "./page.js" */

const PATIENCE_MS = 8000; // after so long without an answer the page says that the kernel is silent

/** @param {RenderProps} props */
function render({ model, el }) {
  const page = begin(model);
  page.draft = incoming(model.get("draft").draft);
  rebuild(page);
  const leave = follow(page, el, showView);
  takeUpHeld(page);
  return () => {
    flush(page);
    leave();
  };
}

// What was written on an earlier page, while its kernel did not answer, stands here too, as a step that can be undone.
/** @param {EditorPage} page */
function takeUpHeld(page) {
  const draft = heldDraft(page);
  if (!draft) return;
  page.draft = incoming(draft);
  rebuild(page);
  changed(page);
  page.tookUp = true;
}

/** @param {AnyModel} model */
function begin(model) {
  const words = model.get("words");
  /** @type {EditorPage} */
  const page = openPage(model, "cl-editor", words.editor, PATIENCE_MS);
  page.bank = model.get("bank");
  page.ctrl = /Mac/.test(navigator.platform) ? "⌘" : words.ctrl;
  page.status = make("p", { class: "cl-status" });
  page.notes = make("div", { class: "cl-notes" });
  page.left = make("div", { class: "cl-write" });
  page.side = make("div", { class: "cl-side", role: "region", "aria-label": words.side });
  page.lost = [];
  page.adopted = model.get("draft");
  page.rebuild = (focus) => rebuild(page, focus);
  page.unheard = () => {
    page.unsent = true;
  };
  page.root.append(
    page.live,
    header(page.bank.notice, page.status),
    bar(page),
    page.message,
    page.notes,
    make("div", { class: "cl-desk" }, page.left, page.side),
  );
  page.root.addEventListener("keydown", (event) => shortcut(page, event));
  page.root.addEventListener(
    "beforeinput",
    (event) => isPaste(event) && page.unsent && ask(page, { do: "change" }),
    true,
  );
  page.root.addEventListener("input", (event) => isPaste(event) && ask(page, { do: "change", pasted: true }));
  return page;
}

// What the kernel says

/** @param {EditorPage} page */
function showView(page) {
  letGoOfKept(page);
  adoptBank(page);
  adoptDraft(page);
  if (page.unsent) sendLater(page); // what came of an earlier change takes back nothing that was said since
  showBar(page);
  showNotes(page);
  showSide(page);
  tellAnswers(page);
  showFields(page);
  if (page.tookUp) say(page, page.words.held); // the kernel has it now
  page.tookUp = false;
}

// The answers are said aloud where they have changed, and not with every key.
/** @param {EditorPage} page */
function tellAnswers(page) {
  const answered = [...page.view.points, ...page.view.twins.flat()];
  const says = answered.flatMap(({ answer }) => (answer ? [`${answer.explained.level}. ${answer.says}`] : []));
  if (page.told !== undefined && page.told !== says.join(" ")) announce(page, says.join(" "));
  page.told = says.join(" ");
}

// The criteria have changed: what can be chosen has too.
/** @param {EditorPage} page */
function adoptBank(page) {
  const bank = page.model.get("bank");
  if (bank === page.bank) return;
  page.bank = bank;
  rebuild(page);
}

/** @param {EditorPage} page */
function adoptDraft(page) {
  const sent = page.model.get("draft");
  if (sent === page.adopted) return;
  page.adopted = sent;
  const { by, draft } = sent;
  const { by: asked, turn } = page.answered;
  const behind = asked === page.me && (turn < page.turn || page.unsent);
  if (by === page.me || behind) return; // an echo, or typed over since
  clearTimeout(page.typing);
  page.unsent = false;
  page.chooser?.leave();
  page.draft = incoming(draft);
  const another = asked === page.me && turn === page.begun;
  if (another) page.lost = [];
  if (another) rebuild(page, "title");
  else if (shape(page.draft) !== page.shape) rebuild(page);
  else showFields(page);
}

// What is put in or taken out at once: a step of its own, whatever was being typed.
/** @param {Event} event */
function isPaste(event) {
  const { inputType } = /** @type {InputEvent} */ (event);
  return ["insertFromPaste", "insertFromDrop", "deleteByCut", "deleteByDrag"].includes(inputType);
}

/** @param {EditorPage} page @param {KeyboardEvent} event */
function shortcut(page, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (page.bringing.contains(/** @type {Node} */ (event.target))) return; // no part of the draft
  const key = event.key.toLowerCase();
  const asked = { z: event.shiftKey ? "redo" : "undo", y: "redo", s: "save" }[key];
  if (!asked) return;
  event.preventDefault(); // the browser's own undo knows one field only, and not the phrases
  if (!event.repeat || asked !== "save") ask(page, { do: asked });
}

// The left side, built anew where its shape changes

/** @param {EditorPage} page @param {string} [focus] */
function rebuild(page, focus) {
  const within = page.left.contains(document.activeElement) ? focused() : null;
  const where = focus ?? closest(within, "[data-where]")?.dataset.where;
  page.chooser?.leave();
  page.shape = shape(page.draft);
  page.shown = [];
  page.left.replaceChildren(about(page), ...page.draft.points.map((_, number) => pointPart(page, number)), tail(page));
  showFields(page);
  if (focus || within) (fieldAt(page, where) ?? page.root).focus({ preventScroll: !focus });
}

export default { render };
