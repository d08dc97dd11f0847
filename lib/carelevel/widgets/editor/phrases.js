// Phrases: words of the story that were selected, what they show, and the list of them in the order of the text.

import { fill } from "../../scripts/saying.js";
import { closest, find, make, unseen } from "../shared/dom.js";
import { quietly } from "../shared/elements.js";
import { say } from "../shared/kernel.js";
import { openChooser, shows } from "./choose.js";
import { changed, restructure, showFields } from "./desk.js";
import { addTwin, quoted, trimmed } from "./draft.js";
import { fieldAt, select } from "./places.js";

/** @import { EditorPage } from "./page.js" */
/** @import { Phrase } from "./view.js" */

/** @param {EditorPage} page @param {number} number @param {HTMLTextAreaElement} area @param {HTMLElement} holder */
export function markSelection(page, number, area, holder) {
  const { words } = page;
  const point = page.draft.points[number];
  const { start, end } = trimmed(point.text, area.selectionStart, area.selectionEnd);
  const touched = point.phrases.filter((phrase) => phrase.start < Math.max(end, start + 1) && start < phrase.end);
  const [inside] = touched.filter((phrase) => phrase.start <= start && end <= phrase.end);
  if (inside) choosePhrase(page, number, inside, holder);
  else if (start === end) say(page, words.select_first);
  else if (touched.length) say(page, fill(words.overlaps, { phrase: quoted(point, touched[0]) }));
  else if (/\n\s*\n/.test(point.text.slice(start, end))) say(page, words.one_paragraph);
  else choosePhrase(page, number, { start, end, findings: {}, name: "" }, holder);
}

// What a phrase shows; one that shows nothing any more is none.
/** @param {EditorPage} page @param {number} number @param {Phrase} phrase @param {HTMLElement} holder */
function choosePhrase(page, number, phrase, holder) {
  const point = page.draft.points[number];
  const area = fieldAt(page, `points.${number}.text`);
  say(page);
  openChooser(page, holder, {
    quote: quoted(point, phrase),
    findings: phrase.findings,
    choose: (findings) => {
      const others = page.draft.points[number].phrases.filter((one) => one.start !== phrase.start);
      const kept = Object.keys(findings).length ? [{ ...phrase, findings }] : [];
      page.draft.points[number].phrases = [...others, ...kept].sort((a, b) => a.start - b.start);
      showFields(page);
      changed(page);
    },
    close: () => {
      area?.focus({ preventScroll: true });
      area?.setSelectionRange(phrase.start, phrase.end);
      showFields(page);
    },
  });
  page.choosing = { where: `points.${number}.text`, start: phrase.start, end: phrase.end };
  showFields(page);
}

// What is marked, in the order of the text.
/** @param {EditorPage} page @param {number} number */
export function phraseList(page, number) {
  const { words } = page;
  const list = make("ol", { class: "cl-phrases" });
  const none = make("p", { class: "cl-none" }, words.phrases_none);
  const holder = make("div", {});
  const show = () => {
    const { phrases } = page.draft.points[number];
    const same = JSON.stringify([phrases, page.draft.points[number].text, page.draft.twins.map((twin) => twin.phrase)]);
    if (list.dataset.same === same) return;
    list.dataset.same = same;
    none.hidden = phrases.length > 0;
    const focus = closest(document.activeElement, ".cl-phrases button")?.dataset.key;
    list.replaceChildren(...phrases.map((_, place) => phraseItem(page, number, place, holder)));
    if (focus && !list.contains(document.activeElement)) find(list, `[data-key="${focus}"]`)?.focus();
  };
  page.showPhrases ??= [];
  page.showPhrases[number] = show;
  page.shown.push(show);
  return make("div", { class: "cl-marked" }, make("h4", {}, words.phrases), none, list, holder);
}

// The buttons take the phrase when they are pressed: an answer of the kernel may have brought the draft anew since.
/** @param {EditorPage} page @param {number} number @param {number} place @param {HTMLElement} holder */
function phraseItem(page, number, place, holder) {
  const { words } = page;
  const point = () => page.draft.points[number];
  const phrase = () => point().phrases[place];
  const area = () => fieldAt(page, `points.${number}.text`);
  const quote = quoted(point(), phrase());
  /** @param {string} says */
  const about = (says) => [says, unseen(` “${quote}”`)];
  const remove = () => {
    point().phrases.splice(place, 1);
    showFields(page);
    area()?.focus();
    changed(page);
  };
  const twin = () => restructure(page, `twins.${addTwin(page.draft, number, phrase())}.words`);
  const read = () => select(area(), phrase().start, phrase().end);
  const change = () => choosePhrase(page, number, phrase(), holder);
  return make(
    "li",
    { "data-where": `points.${number}.phrases.${place}`, tabindex: -1 },
    quietly(`“${quote}”`, read, { class: "cl-quiet cl-quote", "data-key": `read ${place}` }),
    shows(page, phrase().findings),
    make(
      "p",
      { class: "cl-line" },
      quietly(about(words.change), change, { "data-key": `change ${place}` }),
      quietly(about(words.remove), remove, { "data-key": `remove ${place}` }),
      quietly(about(words.twin_add), twin, { "data-key": `twin ${place}` }),
    ),
  );
}
