// Tie: for each marked sentence, the statement of the sources that it supports.

import { folded, make } from "../shared/dom.js";
import { about } from "../shared/elements.js";
import { changed } from "./asking.js";
import { bySentence } from "./read.js";

/** @import { CardPage } from "./page.js" */
/** @import { OfferedClaims } from "./view.js" */
/** @import { Run } from "../shared/view.js" */

// Nothing where there is no story to mark, or the bank has no claims.
/** @param {CardPage<any>} card */
export function tying(card) {
  const { view, words } = card;
  /** @type {OfferedClaims[]} */
  const offered = card.model.get("bank").claims;
  if (!view.prose || !offered.length) return null;
  const texts = sentences(view.prose);
  const rows = make("div", {});
  let stood = "";
  card.shown.push(() => {
    const marked = [...card.choices.marked].sort((a, b) => a - b);
    const ties = card.choices.ties ?? {};
    if (stood !== JSON.stringify(marked)) {
      stood = JSON.stringify(marked);
      rows.replaceChildren(...marked.map((number) => row(card, number, texts.get(number) ?? "", offered)));
      if (!marked.length) rows.append(make("p", {}, words.tie_none));
    }
    for (const choice of rows.querySelectorAll("select")) choice.value = ties[choice.name] ?? "";
  });
  return folded(words.tie, { class: "cl-optional cl-tying" }, about(words.tie_about), rows);
}

/** @param {CardPage} card @param {number} number @param {string} text @param {OfferedClaims[]} offered */
function row(card, number, text, offered) {
  const groups = offered.map(({ name, claims }) => {
    const options = claims.map((claim) => make("option", { value: claim.value }, claim.name));
    return make("optgroup", { label: name }, options);
  });
  const choice = make("select", {
    name: String(number),
    onchange: () => {
      const { [number]: _before, ...others } = card.choices.ties ?? {};
      card.choices.ties = choice.value ? { ...others, [number]: choice.value } : others;
      changed(card);
    },
  });
  choice.append(make("option", { value: "" }, card.words.tie_choose), ...groups);
  return make("label", { class: "cl-text" }, make("span", {}, text), choice);
}

/** @param {Run[][]} prose */
function sentences(prose) {
  /** @type {Map<number, string>} */
  const texts = new Map();
  for (const part of prose.flatMap(bySentence)) {
    if (part.number !== null)
      texts.set(
        part.number,
        part.runs
          .map(({ text }) => text)
          .join("")
          .trim(),
      );
  }
  return texts;
}
