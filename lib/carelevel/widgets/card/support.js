// Support beside the decision: a worked example, the rules as a checklist, hints, and how much of these somebody wants.

import { fill } from "../../scripts/saying.js";
import { find, folded, make } from "../shared/dom.js";
import { about, button, choice, list, paragraphs, quietly } from "../shared/elements.js";
import { announce, send } from "../shared/kernel.js";
import { missingNote } from "../shared/missing.js";
import { askHere } from "./asking.js";

/** @import { CardPage } from "./page.js" */
/** @import { AskedCard, CardBank, CardSupport, CheckCard } from "./view.js" */

// What stands there follows the view; a fold that somebody has opened stays open.
/** @param {CardPage<AskedCard>} card */
export function supporting(card) {
  const element = make("section", { class: "cl-support", "aria-label": card.words.support });
  card.support = { element, shown: "" };
  showSupport(card);
  return element;
}

/** @param {CardPage<any>} card */
export function showSupport(card) {
  const { support: standing, view } = card;
  if (!standing || view.stage !== "answer") return;
  const shown = JSON.stringify(view.support);
  if (shown === standing.shown) return;
  const before = standing.shown ? JSON.parse(standing.shown) : null;
  const folds = new Map([...standing.element.querySelectorAll("details")].map((one) => [one.className, one.open]));
  const focus = standing.element.contains(document.activeElement) ? document.activeElement : null;
  standing.shown = shown;
  const parts = [worked(card, before), cues(card), hints(card, before), wish(card)];
  standing.element.replaceChildren(...parts.flat().filter((part) => part !== null));
  for (const fold of standing.element.querySelectorAll("details")) {
    fold.open = folds.get(fold.className) ?? fold.open;
  }
  if (!focus) return;
  const next = find(standing.element, focus.matches("input") ? "input:checked" : ".cl-new");
  (next ?? find(standing.element, "button"))?.focus({ preventScroll: true });
}

// What has come since takes the focus, so that it is heard.
/** @param {boolean} isNew */
function marked(isNew) {
  return isNew ? { class: "cl-new", tabindex: -1 } : {};
}

/** @param {CardPage<AskedCard>} card @param {CardSupport | null} before */
function worked(card, before) {
  const { view, words } = card;
  const { says, steps, turn, given, can_check } = view.support;
  if (!steps.length && !says) return [];
  const step = () => askHere(card, { do: "step" });
  if (!steps.length) {
    const check = can_check ? quietly(words.check_begin, () => askHere(card, { do: "check" })) : null;
    return [
      make("p", {}, says),
      make("p", { class: "cl-line" }, button(words.worked_begin, step)),
      make("p", { class: "cl-about" }, words.worked_past, " ", check),
    ];
  }
  const items = steps.map(({ title, says: lines }, number) => {
    const isNew = before !== null && number >= before.steps.length;
    return make("li", marked(isNew), make("b", {}, title), list(lines));
  });
  const own = turn ? make("p", { class: "cl-turn" }, make("b", {}, fill(words.worked_turn, { turn }))) : null;
  const more = given ? button(words.worked_next, step) : quietly(words.worked_show, step);
  return [
    make("h4", {}, words.worked_title),
    make("ol", { class: "cl-steps" }, items),
    given ? null : own,
    turn ? make("p", { class: "cl-line" }, more) : null,
  ];
}

/** @param {CardPage<AskedCard>} card */
function cues({ model, view, words }) {
  if (!view.support.cued) return [];
  /** @type {CardBank} */
  const { checklist } = model.get("bank");
  const parts = checklist.map(({ title, rules }) => [make("h5", {}, title), list(rules)]);
  const standing = folded(words.checklist, { class: "cl-checklist", open: true }, about(words.checklist_about), parts);
  return [standing];
}

/** @param {CardPage<AskedCard>} card @param {CardSupport | null} before */
function hints(card, before) {
  const { view, words } = card;
  const told = view.support.hints;
  const more = told.length ? words.hint_next : words.hint;
  const ask = () => askHere(card, { do: "hint", choices: card.choices });
  const items = told.map((says) => make("li", marked(before !== null && !before.hints.includes(says)), says));
  return [
    told.length ? make("ul", { class: "cl-hints", "aria-label": words.hints_title }, items) : null,
    view.support.can_hint ? make("p", {}, quietly(more, ask)) : null,
  ];
}

/** @param {CardPage<AskedCard>} card */
function wish(card) {
  const { model, view, words } = card;
  /** @type {CardBank} */
  const { wishes } = model.get("bank");
  const options = wishes.map(({ value, name }) => {
    const input = make("input", {
      type: "radio",
      name: `${card.me} wish`,
      checked: value === view.support.wish,
      onchange: () => send(card, { do: "support", wish: value, attempt: view.attempt }), // arrow keys come fast
    });
    return choice(input, name);
  });
  const set = make(
    "fieldset",
    {},
    make("legend", { class: "cl-unseen" }, words.wish),
    about(words.wish_about),
    options,
  );
  return [folded(words.wish, { class: "cl-wish" }, set)];
}

// The entry check

/** @param {CardPage<CheckCard>} card */
export function checking(card) {
  const { view, words } = card;
  /** @type {(string | null)[]} */
  const chosen = view.prompts.map(() => null);
  const missing = missingNote(words.check_missing);
  const sets = view.prompts.map((says, number) => {
    const options = view.options.map(({ value, name }) => {
      const onchange = () => {
        chosen[number] = value;
        missing.answered();
      };
      return choice(make("input", { type: "radio", name: `${card.me} prompt ${number}`, onchange }), name);
    });
    return make("fieldset", {}, make("legend", {}, says), make("div", { class: "cl-choices" }, options));
  });
  const done = () => {
    const left = chosen.indexOf(null);
    if (left < 0) return askHere(card, { do: "checked", chosen });
    missing.show(true);
    announce(card, words.check_missing);
    sets[left].querySelector("input")?.focus();
  };
  const leave = quietly(words.check_leave, () => askHere(card, { do: "check", leave: true }));
  return [
    make("h3", { class: "cl-first", tabindex: -1 }, words.check_title),
    ...paragraphs([view.about]),
    make("form", { class: "cl-decide cl-check", onsubmit: (event) => event.preventDefault() }, sets, missing.element),
    make("p", { class: "cl-commit" }, button(words.check_done, done, { class: "cl-main" }), leave),
  ];
}
