// Decide: fieldsets built from the criteria (view.py), and what they have chosen.

import { folded, make } from "../shared/dom.js";
import { button, choice, labelAbove } from "../shared/elements.js";
import { announce } from "../shared/kernel.js";
import { missingNote } from "../shared/missing.js";
import { askHere, changed, holdChoices } from "./asking.js";
import { tying } from "./tying.js";

/** @import { CardPage } from "./page.js" */
/** @import { Choices, Fieldset } from "./view.js" */

const TYPING_MS = 400; // a pause in typing, after which the reasons are kept as a draft
const SHORT = 14; // options of so few letters stand in a row

/** @param {CardPage<any>} card */
export function deciding(card) {
  const { words } = card;
  card.required = [];
  card.button = button(words.compare, () => commit(card), { class: "cl-main" });
  const bank = card.model.get("bank");
  const [level, ...others] = bank.form.map((/** @type {Fieldset} */ asked) => question(card, asked));
  const confidence = others.pop();
  const element = make(
    "form",
    { class: "cl-decide", onsubmit: (event) => event.preventDefault() },
    make("h4", { class: "cl-unseen" }, words.decide),
    level,
    others,
    reasonsField(card, bank.longest_reasons),
    tying(card),
    confidence,
    make("p", { class: "cl-commit" }, card.button, make("span", {}, words.compare_about)),
  );
  card.shown.forEach((show) => show());
  return element;
}

/** @param {CardPage} card */
function commit(card) {
  const missing = card.required.filter((one) => one.isMissing());
  card.required.forEach((one) => one.showMissing(missing.includes(one)));
  if (missing.length) {
    announce(card, [card.words.still_missing, ...missing.map((one) => one.says)].join(" "));
    missing[0].focus();
    return;
  }
  clearTimeout(card.typing);
  askHere(card, { do: "commit", choices: card.choices, away: card.away.seconds() });
  holdChoices(card);
  card.button?.setAttribute("aria-disabled", "true");
}

/** @param {CardPage} card @param {Fieldset} asked */
function question(card, asked) {
  const options = asked.options.map((option) => optionOf(card, asked, option));
  const missing = missingNote(asked.missing);
  const row = asked.options.every((option) => option.name.length <= SHORT) ? "cl-row" : null;
  const labels = options.map((one) => one.label);
  const set = make(
    "fieldset",
    { class: row, "aria-describedby": missing.element.id },
    make("legend", {}, asked.legend, asked.missing ? null : make("small", {}, ` (${card.words.optional})`)),
    missing.element,
    make("div", { class: "cl-choices" }, labels),
  );
  const element = asked.kind === "list" ? folded(asked.name, { class: "cl-optional" }, set) : set;
  card.shown.push(() => {
    element.hidden = Boolean(asked.unless_level) && card.choices.level === asked.unless_level;
  });
  if (asked.missing) require_(card, asked, element, missing, options);
  return element;
}

/**
 * @param {CardPage} card
 * @param {Fieldset} asked
 * @param {HTMLElement} element
 * @param {ReturnType<typeof missingNote>} missing
 * @param {{ input: HTMLInputElement }[]} options
 */
function require_(card, asked, element, missing, options) {
  const isMissing = () => !element.hidden && !options.some((one) => one.input.checked);
  /** @param {boolean} shown */
  const showMissing = (shown) => {
    missing.show(shown);
    element.classList.toggle("cl-is-missing", shown);
  };
  const answered = () => {
    missing.answered();
    element.classList.remove("cl-is-missing");
  };
  card.required.push({ says: asked.missing ?? "", isMissing, showMissing, focus: () => options[0].input.focus() });
  card.shown.push(() => isMissing() || answered());
}

/** @param {CardPage} card @param {Fieldset} asked @param {Fieldset["options"][number]} option */
function optionOf(card, asked, { value, name, about }) {
  const input = make("input", {
    type: asked.kind === "list" ? "checkbox" : "radio",
    name: `${card.me} ${asked.id}`,
    onchange: () => {
      choose(card.choices, asked, value, input.checked);
      changed(card);
    },
  });
  card.shown.push(() => (input.checked = isChosen(card.choices, asked, value)));
  return { input, label: choice(input, make("b", {}, name), about) };
}

/** @param {Choices} choices @param {Fieldset} asked @param {string | boolean} value @param {boolean} checked */
function choose(choices, { kind, id }, value, checked) {
  if (kind === "flag") choices.flags[id] = value === true;
  else if (kind !== "list") choices[kind] = String(value);
  else {
    const others = (choices.lists[id] ?? []).filter((item) => item !== value);
    choices.lists[id] = checked ? [...others, String(value)] : others;
  }
}

/** @param {Choices} choices @param {Fieldset} asked @param {string | boolean} value */
function isChosen(choices, { kind, id }, value) {
  if (kind === "list") return (choices.lists[id] ?? []).includes(String(value));
  return (kind === "flag" ? choices.flags[id] : choices[kind]) === value;
}

/** @param {CardPage} card @param {number} longest */
function reasonsField(card, longest) {
  const area = make("textarea", {
    rows: 2,
    maxlength: longest,
    oninput: () => {
      card.choices.reasons = area.value;
      clearTimeout(card.typing);
      card.typing = setTimeout(() => changed(card), TYPING_MS);
    },
  });
  card.shown.push(() => {
    if (area !== document.activeElement) area.value = card.choices.reasons;
  });
  return labelAbove([card.words.reasons, make("small", {}, ` (${card.words.optional})`)], area);
}
