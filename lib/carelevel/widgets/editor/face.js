// The editor: a supervisor writes on one side, and reads on the other what the bank would make of it.
// It holds the draft, sends every change after a short pause, and shows what `view` answers to the newest one.

const PAUSE_MS = 60; // a pause in typing, after which the draft is sent
const PATIENCE_MS = 8000; // after so long without an answer the page says that the kernel is silent

function render({ model, el }) {
  const page = begin(model);
  const update = () => showView(page);
  const adopt = () => adoptDraft(page);
  el.append(page.root);
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

function showFields(page) {
  page.shown.forEach((show) => show());
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

function showMessage(page, message) {
  const news = message && message.number !== page.said;
  if (news) page.said = message.number;
  if (news || !(message || page.own)) sayHere(page, message?.says ?? "");
}

// What the page says of its *own*, without the kernel, stands until the next change.
function sayHere(page, says, own = false) {
  page.own = own;
  page.message.hidden = !says;
  page.message.textContent = says;
  if (says) announce(page, says);
}

function announce(page, says) {
  page.live.textContent = "";
  page.live.textContent = says;
}

// What the supervisor does

function changed(page) {
  if (page.own) sayHere(page, "");
  page.unsent = true;
  clearTimeout(page.typing);
  page.typing = setTimeout(() => flush(page), PAUSE_MS);
}

// One change at a time is on its way: while the kernel works on it, what is typed meanwhile waits here.
function flush(page) {
  if (page.unsent && !page.patience) ask(page, { do: "change" });
}

// Every message brings the draft as it is here, so that no step is taken from an older one.
function ask(page, message) {
  clearTimeout(page.typing);
  page.unsent = false;
  page.turn += 1;
  clearTimeout(page.patience);
  page.patience = setTimeout(() => silent(page), PATIENCE_MS);
  try {
    page.model.send({ ...message, draft: outgoing(page.draft), by: page.me, turn: page.turn });
  } catch {
    silent(page);
  }
}

function silent(page) {
  clearTimeout(page.patience);
  page.patience = null;
  page.unsent = true;
  sayHere(page, page.words.silent);
}

function answered(page) {
  clearTimeout(page.patience);
  page.patience = null;
  if (page.unsent) changed(page);
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

function shape(draft) {
  const twins = draft.twins.map((twin) => `${twin.phrase} ${phraseNamed(draft, twin.phrase)?.number}`);
  return [draft.points.length, ...twins].join(", ");
}

function restructure(page, focus) {
  changed(page);
  rebuild(page, focus);
}

function fieldAt(page, where) {
  for (let place = where ?? ""; place; place = place.slice(0, Math.max(0, place.lastIndexOf(".")))) {
    const [here, within] = [`[data-where="${CSS.escape(place)}"]`, `[data-where^="${CSS.escape(place)}."]`];
    const field = page.left.querySelector(here) ?? page.left.querySelector(within);
    if (field) return field.matches("fieldset") ? field.querySelector("input") : field;
  }
  return null;
}

// To the place that a problem or a hit is about; *start* and *end* are units of the text there.
function leadTo(page, { where, start, end }) {
  const field = fieldAt(page, where);
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  if (start === null || !field.setSelectionRange) field.focus();
  else select(field, unitsIn(field.value, start), unitsIn(field.value, end));
}

function select(field, start, end) {
  field.focus();
  field.setSelectionRange(start, end);
  const line = field.previousElementSibling?.querySelector?.("span") && lineOf(field.previousElementSibling, start);
  (line ?? field).scrollIntoView({ block: "nearest" });
}

// The run of the layer behind a text in which a place stands: the text itself has no parts to scroll to.
function lineOf(layer, place) {
  let at = 0;
  return [...layer.children].find((run) => (at += run.textContent.length) > place);
}

export default { render };
