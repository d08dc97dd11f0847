// The editor: a supervisor writes on one side, and reads on the other what the bank would make of it.
// It holds the draft, sends every change after a short pause, and shows what `view` answers to the newest one.

import { make } from "../shared/dom.js";
import { bar, showBar, showNotes } from "./bar.js";
import { about, tail } from "./case.js";
import { announce, answered, ask, flush, showFields, showMessage } from "./desk.js";
import { incoming, shape } from "./draft.js";
import { fieldAt } from "./places.js";
import { showSide } from "./side.js";
import { pointPart } from "./story.js";

function render({ model, el }) {
  const page = begin(model);
  const update = () => showView(page);
  const adopt = () => adoptDraft(page);
  el.append(page.root);
  page.rebuild = (focus) => rebuild(page, focus);
  page.draft = incoming(model.get("draft").draft);
  rebuild(page);
  showView(page);
  model.on("change:draft", adopt);
  model.on("change:view", update);
  return () => {
    flush(page);
    model.off("change:draft", adopt);
    model.off("change:view", update);
    clearTimeout(page.patience);
  };
}

function begin(model) {
  const words = model.get("words");
  const page = {
    model,
    words,
    bank: model.get("bank"),
    me: crypto.randomUUID?.() ?? String(Math.random()),
    ctrl: /Mac/.test(navigator.platform) ? "⌘" : words.ctrl,
    turn: 0, // of the last message sent
    said: model.get("view").message?.number ?? 0, // the number of the last message announced
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("p", { class: "cl-message", hidden: true }),
    status: make("p", { class: "cl-status" }),
    notes: make("div", { class: "cl-notes" }),
    left: make("div", { class: "cl-write" }),
    side: make("div", { class: "cl-side", role: "region", "aria-label": words.side }),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  page.root = make("section", { class: "cl-card cl-editor", tabindex: -1, "aria-label": words.editor });
  page.root.append(
    page.live,
    make("header", { class: "cl-top" }, make("p", { class: "cl-notice" }, page.bank.notice), page.status),
    bar(page),
    page.message,
    page.notes,
    make("div", { class: "cl-desk" }, page.left, page.side),
  );
  page.root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    shortcut(page, event);
  });
  return page;
}

// What the kernel says

function showView(page) {
  const view = page.model.get("view");
  showMessage(page, view.message);
  if (view.by === page.me && view.turn < page.turn) return; // a newer change is on its way
  page.view = view;
  answered(page);
  showBar(page);
  showNotes(page);
  showSide(page);
  tellAnswers(page);
  showFields(page);
}

// The answers are said aloud where they have changed, and not with every key.
function tellAnswers(page) {
  const answers = [...page.view.points, ...page.view.twins.flat()].map(({ answer }) => answer);
  const says = answers.filter(Boolean).map(({ explained, says }) => `${explained.level}. ${says}`);
  if (page.told !== undefined && page.told !== says.join(" ")) announce(page, says.join(" "));
  page.told = says.join(" ");
}

function adoptDraft(page) {
  const { by, asked, turn, draft } = page.model.get("draft");
  const behind = asked === page.me && (turn < page.turn || page.unsent);
  if (by === page.me || behind) return; // an echo, or typed over since
  clearTimeout(page.typing);
  page.unsent = false;
  page.chooser?.leave();
  page.draft = incoming(draft);
  if (asked === page.me && turn === page.begun) rebuild(page, "title");
  else if (shape(page.draft) !== page.shape) rebuild(page);
  else showFields(page);
}

function shortcut(page, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const asked = { z: event.shiftKey ? "redo" : "undo", y: "redo", s: "save" }[key];
  if (!asked) return;
  event.preventDefault(); // the browser's own undo knows one field only, and not the phrases
  if (!event.repeat || asked !== "save") ask(page, { do: asked });
}

// The left side, built anew where its shape changes

function rebuild(page, focus) {
  const focused = page.left.contains(document.activeElement) ? document.activeElement : null;
  const where = focus ?? focused?.closest("[data-where]")?.dataset.where;
  page.chooser?.leave();
  page.shape = shape(page.draft);
  page.shown = [];
  page.left.replaceChildren(about(page), ...page.draft.points.map((_, number) => pointPart(page, number)), tail(page));
  showFields(page);
  if (focus || focused) (fieldAt(page, where) ?? page.root).focus({ preventScroll: !focus });
}

export default { render };
