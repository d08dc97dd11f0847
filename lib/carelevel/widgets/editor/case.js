// What stands around the decision points: what the whole case has, and what stands below its story.

import { fill } from "../../scripts/saying.js";
import { make } from "../shared/dom.js";
import { button } from "../shared/elements.js";
import { restructure } from "./desk.js";
import { slug } from "./draft.js";
import { labelled, lineField, nameField, radios, textField } from "./fields.js";
import { glossaryPart } from "./glossary.js";
import { twinsPart } from "./twins.js";

/** @import { EditorPage } from "./page.js" */

// What the whole case has: its title, the name of its file, how hard it is to answer and to read.
/** @param {EditorPage} page */
export function about(page) {
  const { words, bank } = page;
  const draft = () => page.draft;
  const title = lineField(page, "title", draft, "title", { maxlength: bank.longest.line });
  const name = nameField(page, "id", draft);
  const copy = make("p", { class: "cl-none cl-copy" });
  page.shown.push(() => {
    const original = page.view?.original;
    copy.hidden = !original || draft().id === original;
    copy.textContent = fill(words.id_copy, { original });
  });
  let before = "";
  page.shown.push(() => (before = draft().title));
  title.addEventListener("input", () => {
    const follows = draft().id === slug(before) && !page.view?.original;
    before = title.value;
    if (follows) name.value = draft().id = slug(title.value);
  });
  /** @param {"difficulty" | "reading"} mark @param {EditorPage["bank"]["readings"]} offered */
  const marked = (mark, offered) => {
    const read = () => page.draft[mark];
    /** @param {number | null} value */
    const write = (value) => (page.draft[mark] = value);
    return radios(page, mark, words[mark], offered, read, write);
  };
  return make(
    "div",
    { class: "cl-about-case" },
    labelled(words.title, title, words.title_about),
    labelled(words.id, name, words.id_about),
    copy,
    marked("difficulty", bank.difficulties),
    marked("reading", bank.readings),
  );
}

// What stands below the story: the facilitator's question, words to explain, the twins, another decision point.
/** @param {EditorPage} page */
export function tail(page) {
  const { words, bank } = page;
  const draft = () => page.draft;
  const add = () => {
    page.draft.points.push({ heading: "", text: "", phrases: [], expected: "", dissent: "" });
    for (const twin of page.draft.twins) twin.expected.push("");
    restructure(page, `points.${page.draft.points.length - 1}.heading`);
  };
  const adding = button(words.point_add, add, { "data-where": "add" });
  const discuss = textField(page, "discuss", draft, "discuss", { maxlength: bank.longest.note });
  return make(
    "div",
    { class: "cl-tail" },
    make("p", { class: "cl-line" }, adding, make("small", {}, words.point_add_about)),
    labelled(words.discuss, discuss, words.discuss_about),
    glossaryPart(page),
    twinsPart(page),
  );
}
