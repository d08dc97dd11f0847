// A decision point: its heading, its story with the phrases that show something, and what the author expects.

import { fill } from "../../scripts/saying.js";
import { make, uniqueId, unseen } from "../shared/dom.js";
import { ask, changed, restructure } from "./desk.js";
import { followed, typed, unitsIn } from "./draft.js";
import { act, expecting, labelled, lineField, quietly, setText, textField } from "./fields.js";
import { markSelection, phraseList } from "./phrases.js";

export function pointPart(page, number) {
  const { words, bank } = page;
  const point = () => page.draft.points[number];
  const several = page.draft.points.length > 1;
  const heading = lineField(page, `points.${number}.heading`, point, "heading", { maxlength: bank.longest.line });
  return make(
    "section",
    { class: "cl-point", "aria-label": fill(words.point, { number: number + 1 }) },
    make(
      "div",
      { class: "cl-point-top" },
      make("h3", {}, several ? fill(words.point, { number: number + 1 }) : words.story_title),
      several ? arrange(page, number) : null,
    ),
    labelled(words.heading, heading, words.heading_about),
    prose(page, number),
    phraseList(page, number),
    expecting(
      page,
      `points.${number}`,
      words.expected,
      () => point().expected,
      (level) => (point().expected = level),
    ),
    dissenting(page, number),
  );
}

function arrange(page, number) {
  const { words } = page;
  const lists = () => [page.draft.points, ...page.draft.twins.map((twin) => twin.expected)];
  const move = (to) => {
    for (const list of lists()) list.splice(to, 0, ...list.splice(number, 1));
    restructure(page, `points.${to}.heading`);
  };
  const remove = () => {
    for (const list of lists()) list.splice(number, 1);
    restructure(page, "add");
  };
  const name = (says) => [says, unseen(` ${fill(words.point, { number: number + 1 })}`)];
  return make(
    "div",
    { class: "cl-line" },
    number ? quietly(name(words.up), () => move(number - 1)) : null,
    number < page.draft.points.length - 1 ? quietly(name(words.down), () => move(number + 1)) : null,
    quietly(name(words.remove), remove),
  );
}

// The text, with a layer of the same measures behind it that underlines phrases and what lint has found.
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
    page.chooser?.leave();
    const edit = typed(point().text, area.value, area.selectionEnd);
    point().phrases = followed(point().phrases, edit, area.value);
    point().text = area.value;
    show();
    page.showPhrases[number]();
    changed(page);
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
  return make(
    "div",
    { class: "cl-text cl-prose" },
    make("label", { for: (area.id = uniqueId()) }, words.story),
    make("small", {}, words.story_about),
    make("div", { class: "cl-layers" }, layer, area),
    make(
      "p",
      { class: "cl-line" },
      act([words.mark, " ", make("kbd", {}, words.mark_keys)], mark, { "aria-keyshortcuts": "Alt+Enter" }),
      count,
    ),
    holder,
  );
}

// The text cut where a phrase or a hit begins or ends.
function layered(page, where, { text, phrases }) {
  const hits = (page.view?.hits ?? [])
    .filter((hit) => hit.where === where && hit.start !== null)
    .map((hit) => ({ start: unitsIn(text, hit.start), end: unitsIn(text, hit.end), words: hit.words }))
    .filter((hit) => text.slice(hit.start, hit.end) === hit.words); // else it is about what stood there before
  const marking = page.choosing?.where === where ? [page.choosing] : [];
  const all = [...phrases, ...hits, ...marking];
  const cuts = [...new Set([0, text.length, ...all.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const within = (list, at) => list.some(({ start, end }) => start <= at && at < end);
  const runs = cuts.slice(0, -1).map((at, place) => {
    const marks = { "cl-phrase": phrases, "cl-hit": hits, "cl-marking": marking };
    const here = Object.keys(marks).filter((mark) => within(marks[mark], at));
    return make("span", { class: here.join(" ") || null }, text.slice(at, cuts[place + 1]));
  });
  return [...runs, "\u200b"]; // so that a last empty line has its height
}

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
