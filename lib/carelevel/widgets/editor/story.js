// A decision point: its heading, its story with the phrases that show something, and what the author expects.

import { fill } from "../../scripts/saying.js";
import { make, uniqueId, unseen } from "../shared/dom.js";
import { button, line, quietly } from "../shared/elements.js";
import { say } from "../shared/kernel.js";
import { ask, changed, restructure } from "./desk.js";
import { cut, followed, hitsIn, missing, typed } from "./draft.js";
import { expecting, labelled, lineField, setText, textField } from "./fields.js";
import { markSelection, phraseList } from "./phrases.js";

/** @import { EditorPage } from "./page.js" */
/** @import { DraftPoint } from "./view.js" */

/** @param {EditorPage} page @param {number} number */
export function pointPart(page, number) {
  const { words, bank } = page;
  const point = () => page.draft.points[number];
  const several = page.draft.points.length > 1;
  const heading = lineField(page, `points.${number}.heading`, point, "heading", { maxlength: bank.longest.line });
  const read = () => point().expected;
  /** @param {string} level */
  const write = (level) => (point().expected = level);
  const name = fill(words.point, { number: number + 1 });
  const title = make("h3", {}, several ? name : words.story_title);
  return make(
    "section",
    { class: "cl-point", "aria-label": name },
    make("div", { class: "cl-point-top" }, title, several ? arrange(page, number) : null),
    labelled(words.heading, heading, words.heading_about),
    prose(page, number),
    phraseList(page, number),
    expecting(page, `points.${number}`, words.expected, read, write),
    dissenting(page, number),
  );
}

/** @param {EditorPage} page @param {number} number */
function arrange(page, number) {
  const { words } = page;
  /** @type {() => unknown[][]} what has one for each decision point */
  const lists = () => [page.draft.points, ...page.draft.twins.map((twin) => twin.expected)];
  /** @param {number} to */
  const move = (to) => {
    for (const list of lists()) list.splice(to, 0, ...list.splice(number, 1));
    restructure(page, `points.${to}.heading`);
  };
  const remove = () => {
    for (const list of lists()) list.splice(number, 1);
    restructure(page, "add");
  };
  /** @param {string} says */
  const name = (says) => [says, unseen(` ${fill(words.point, { number: number + 1 })}`)];
  return line(
    number ? quietly(name(words.up), () => move(number - 1)) : null,
    number < page.draft.points.length - 1 ? quietly(name(words.down), () => move(number + 1)) : null,
    quietly(name(words.remove), remove),
  );
}

// The text, with a layer of the same measures behind it that underlines phrases and what lint has found.
/** @param {EditorPage} page @param {number} number */
function prose(page, number) {
  const { words } = page;
  const where = `points.${number}.text`;
  const point = () => page.draft.points[number];
  const area = make("textarea", { rows: 8, "data-where": where, spellcheck: "true" });
  const layer = make("div", { class: "cl-layer", "aria-hidden": "true" });
  const count = make("small", { class: "cl-words" });
  const show = () => {
    const length = (area.value.match(/\S+/g) ?? []).length;
    count.textContent = fill(words[length === 1 ? "words_1" : "words_n"], { count: length });
    layer.replaceChildren(...layered(page, where, point()));
  };
  area.addEventListener("input", () => {
    if (tooLong(page, number, area.value)) return setText(area, point().text); // nothing is taken but what can be kept
    page.chooser?.leave();
    const edit = typed(point().text, area.value, area.selectionEnd);
    const lost = missing(page.draft, page.lost);
    const { phrases, gone } = followed(point(), edit, area.value, lost);
    const left = gone.filter((phrase) => !lost.includes(phrase));
    Object.assign(point(), { phrases, text: area.value });
    page.lost = gone;
    show();
    page.showPhrases[number]();
    changed(page);
    if (left.length && edit.added > 1)
      say(page, fill(words.marks_gone, { phrases: left.map((phrase) => `“${phrase.words}”`).join(words.comma) }));
  });
  area.addEventListener("beforeinput", (event) => {
    const asked = { historyUndo: "undo", historyRedo: "redo" }[event.inputType];
    if (!asked) return;
    event.preventDefault();
    ask(page, { do: asked });
  });
  const mark = () => markSelection(page, number, area, holder);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.altKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    mark();
  });
  page.shown.push(() => {
    setText(area, point().text);
    show();
  });
  const holder = make("div", {});
  const keys = make("kbd", {}, words.mark_keys);
  const marking = button([words.mark, " ", keys], mark, { "aria-keyshortcuts": "Alt+Enter" });
  return make(
    "div",
    { class: "cl-text cl-prose" },
    make("label", { for: (area.id = uniqueId()) }, words.story),
    make("small", {}, words.story_about),
    make("div", { class: "cl-layers" }, layer, area),
    make("p", { class: "cl-line" }, marking, count),
    holder,
  );
}

// Whether the story would be longer than one can be, which is said then.
/** @param {EditorPage} page @param {number} number @param {string} text */
function tooLong(page, number, text) {
  const { words, bank, draft } = page;
  const others = draft.points.filter((_, place) => place !== number).map((point) => point.text);
  const count = [...[...others, text].join("")].length;
  if (count <= bank.longest.story) return false;
  const [made, most] = [count, bank.longest.story].map((characters) => characters.toLocaleString("en-US"));
  say(page, fill(words.too_long, { count: made, most }));
  return true;
}

// The text with what is marked in it.
/** @param {EditorPage} page @param {string} where @param {DraftPoint} point */
function layered(page, where, { text, phrases }) {
  const marks = {
    "cl-phrase": phrases,
    "cl-hit": hitsIn(page.view?.hits ?? [], where, text),
    "cl-marking": page.choosing?.where === where ? [page.choosing] : [],
  };
  const runs = cut(text, marks).map(({ run, names }) => make("span", { class: names.join(" ") || null }, run));
  return [...runs, "\u200b"]; // so that a last empty line has its height
}

/** @param {EditorPage} page @param {number} number */
function dissenting(page, number) {
  const { words, bank } = page;
  const point = () => page.draft.points[number];
  const says = make("p", {});
  const field = textField(page, `points.${number}.dissent`, point, "dissent", { maxlength: bank.longest.note });
  const element = make("div", { class: "cl-dissenting" }, says, labelled(words.dissent, field, words.dissent_about));
  page.shown.push(() => {
    const answer = page.view?.points[number]?.answer;
    const differs = answer?.agrees === false && answer.expected === point().expected;
    element.hidden = !(differs || point().dissent);
    says.textContent = differs ? answer.differs : words.dissent_idle;
  });
  return element;
}
