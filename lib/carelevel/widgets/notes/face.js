// Short notes: a note, an answer by one key or click, and at once what decides. It shows `view` and sends answers.

import { fill } from "../../scripts/saying.js";
import { awayClock } from "../shared/away.js";
import { add, find, folded, make } from "../shared/dom.js";
import { button, choice, header, list, paragraphs } from "../shared/elements.js";
import { brief, explanation } from "../shared/explain.js";
import { announce, ask, follow, openPage, tell } from "../shared/kernel.js";
import { foremost, redFlags } from "../shared/safety.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { NotesPage } from "./page.js" */
/** @import { NotesBank, ShownLine, ToldNote } from "./view.js" */

const IN_VIEW = 0.3; // so much of a note
const PATIENCE_MS = 6000; // after so long without an answer the page says that the kernel is silent

/** @param {RenderProps} props */
function render({ model, el }) {
  /** @type {NotesPage} */
  const page = openPage(model, "cl-notes", model.get("words").notes, PATIENCE_MS);
  page.body = make("div", { class: "cl-body", tabindex: -1 });
  page.root.append(page.live, header(bankOf(page).notice), page.message, page.body);
  page.root.addEventListener("keydown", (event) => pressed(page, event));
  page.away = awayClock();
  const leave = follow(page, el, showView);
  const inView = new IntersectionObserver(([entry]) => entry.isIntersecting && begin(), { threshold: IN_VIEW });
  const begin = () => {
    inView.disconnect();
    beginClock(page);
  };
  inView.observe(page.body);
  return () => {
    inView.disconnect();
    page.away.stop();
    leave();
  };
}

/** @param {NotesPage} page @returns {NotesBank} */
function bankOf(page) {
  return page.model.get("bank");
}

/** @param {NotesPage} page @param {boolean} waited */
function showView(page, waited) {
  const { view } = page;
  const shows = `${view.attempt} ${Boolean(view.told)}`;
  if (shows === page.shows) return;
  page.shows = shows;
  page.flags = { ...view.flags };
  beginClock(page);
  page.body.replaceChildren();
  add(page.body, [
    paragraphs(view.problems, { class: "cl-message" }),
    title(page),
    make("div", { class: "cl-sheet" }, note(page), view.told ? told(page, view.told) : asked(page)),
  ]);
  if (!waited) return;
  find(page.body, view.told ? ".cl-main" : ".cl-first")?.focus({ preventScroll: true });
  if (view.told)
    announce(page, [view.told.title, ...view.told.says, ...view.told.flags.map((flag) => flag.says)].join(" "));
  else page.root.scrollIntoView({ block: "nearest" });
}

// A note counts from when it is shown; the first one from when it comes into view; and only while its page is.
/** @param {NotesPage} page */
function beginClock(page) {
  page.since = performance.now();
  page.away.begin();
}

// The note

/** @param {NotesPage} page */
function title({ view, words, model }) {
  const { round } = model.get("bank");
  const name = make("h3", { class: "cl-first", tabindex: -1 }, fill(words.number, { number: view.number, round }));
  return make(
    "div",
    { class: "cl-note-top" },
    name,
    make("code", {}, view.code),
    make("p", { class: "cl-why" }, view.why),
  );
}

/** @param {NotesPage} page */
function note(page) {
  const lines = page.view.lines.map((one) => line(page, one));
  return make("ul", { class: "cl-note", "aria-label": page.words.lines }, lines);
}

/** @param {NotesPage} page @param {ShownLine} line */
function line({ words }, { text, changed, lit, supports }) {
  const told = [lit ? words.lit : supports ? words.supports : "", changed ? words.changed : ""].filter(Boolean);
  const tags = told.map((says) => [" ", make("small", {}, says)]);
  return make("li", { class: lit ? "cl-lit" : null }, lit ? make("mark", {}, text) : text, tags);
}

// The answer

/** @param {NotesPage} page */
function asked(page) {
  const { words } = page;
  const { answers, flags } = bankOf(page);
  const levels = answers.map(({ key, value, name }) => button([kbd(key), " ", name], () => commit(page, value)));
  const boxes = flags.map(({ key, id, name }) => {
    const input = make("input", { type: "checkbox", name: id });
    input.addEventListener("change", () => turn(page, id, input.checked));
    input.checked = page.flags[id] ?? false;
    return choice(input, [key ? [kbd(key), " "] : "", name]);
  });
  const keys = [answers.map(({ key }) => key).join(" "), ...flags.map(({ key }) => key)].filter(Boolean).join(" · ");
  return make(
    "div",
    { class: "cl-asking" },
    boxes.length ? make("fieldset", { class: "cl-flags" }, make("legend", {}, words.beside), boxes) : null,
    make("div", { class: "cl-answers", role: "group", "aria-label": words.answer }, levels),
    make(
      "p",
      { class: "cl-keys" },
      make("span", { class: "cl-click-first" }, words.click_first, " "),
      fill(words.keys, { keys }),
    ),
  );
}

/** @param {string} key */
function kbd(key) {
  return make("kbd", {}, key);
}

/** @param {NotesPage} page @param {KeyboardEvent} event */
function pressed(page, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || page.view.told) return;
  const { answers, flags } = bankOf(page);
  const key = event.key.toUpperCase();
  const answer = answers.find((one) => one.key === key);
  const flag = flags.find((one) => one.key === key);
  if (answer) commit(page, answer.value);
  else if (flag) turn(page, flag.id, !page.flags[flag.id]);
}

/** @param {NotesPage} page @param {string} id @param {boolean} on */
function turn(page, id, on) {
  page.flags[id] = on;
  const input = /** @type {HTMLInputElement | null} */ (find(page.body, `input[name="${CSS.escape(id)}"]`));
  if (input) input.checked = on;
  tell(page, { do: "draft", flags: page.flags, attempt: page.view.attempt });
}

/** @param {NotesPage} page @param {string} level */
function commit(page, level) {
  const seconds = Math.max(0, (performance.now() - page.since) / 1000 - page.away.seconds());
  ask(page, { do: "commit", level, flags: page.flags, seconds, attempt: page.view.attempt });
}

// What it is told

/** @param {NotesPage} page @param {ToldNote} told */
function told(page, { right, sign, title, says, flags, reasons, explained, progress, round }) {
  const { view, words } = page;
  const on = () => ask(page, { do: "next", attempt: view.attempt });
  const whole = folded(words.whole, {});
  whole.addEventListener("toggle", () => whole.children.length > 1 || add(whole, [explanation(explained, words)]));
  const last = round.length > 0;
  return make(
    "div",
    { class: `cl-outcome ${right ? "cl-right" : "cl-wrong"}` },
    make("h4", {}, make("span", { "aria-hidden": "true" }, sign), " ", title),
    paragraphs(says),
    last ? make("section", { class: "cl-round" }, make("h4", {}, words.round_done), paragraphs(round)) : null,
    make("p", {}, button(last ? words.next_round : words.next, on, { class: "cl-main" })),
    flags.length ? list(flags.map((flag) => flag.says)) : null,
    redFlags(explained, words),
    reasons.map((reason) => brief(reason, null)),
    paragraphs(progress, { class: "cl-about" }),
    foremost(explained, words),
    whole,
  );
}

export default { render };
