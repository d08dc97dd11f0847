// The glossary: words of the story, each with what it means.

import { fill } from "../../scripts/saying.js";
import { make, unseen } from "../shared/dom.js";
import { button, quietly } from "../shared/elements.js";
import { restructure } from "./desk.js";
import { labelled, lineField, textField } from "./fields.js";

/** @import { EditorPage } from "./page.js" */

/** @param {EditorPage} page */
export function glossaryPart(page) {
  const { words } = page;
  const add = () => {
    page.draft.glossary.push({ word: "", meaning: "" });
    restructure(page, `glossary.${page.draft.glossary.length - 1}.word`);
  };
  return make(
    "section",
    { class: "cl-twins", "aria-label": words.glossary_title, "data-where": "glossary" },
    make("h3", {}, words.glossary_title),
    make("p", { class: "cl-none" }, words.glossary_about),
    page.draft.glossary.map((_, number) => termPart(page, number)),
    make("p", { class: "cl-line" }, button(words.term_add, add, { "data-where": "glossary.add" })),
  );
}

/** @param {EditorPage} page @param {number} number */
function termPart(page, number) {
  const { words, bank } = page;
  const where = `glossary.${number}`;
  const term = () => page.draft.glossary[number];
  const remove = () => {
    page.draft.glossary.splice(number, 1);
    restructure(page, "glossary.add");
  };
  const word = lineField(page, `${where}.word`, term, "word", { maxlength: bank.longest.line });
  const meaning = textField(page, `${where}.meaning`, term, "meaning", { maxlength: bank.longest.note });
  const title = fill(words.term, { number: number + 1 });
  const removing = quietly([words.remove, unseen(` ${title}`)], remove);
  return make(
    "div",
    { class: "cl-term", role: "group", "aria-label": title },
    labelled(words.term_word, word),
    labelled(words.term_meaning, meaning),
    removing,
  );
}
