// The chooser: a search field over a list of everything that a phrase can show, in the criteria's own words.
// It is a combobox: the focus stays in the field, the arrow keys walk the list, Enter takes, Escape leaves.

import { fill } from "../../scripts/saying.js";
import { add, make, uniqueId } from "../shared/dom.js";
import { button, list as itemList } from "../shared/elements.js";
import { announce } from "../shared/kernel.js";
import { labelled } from "./fields.js";
import { found, isTold } from "./search.js";

/** @import { Chooser, Choosing, EditorPage } from "./page.js" */
/** @import { Findings } from "./page.js" */
/** @import { Found } from "./search.js" */
/** @import { OfferedFinding } from "../shared/view.js" */

const PAGE = 5; // options that Page Down goes on by

/** @param {EditorPage} page @param {HTMLElement} holder @param {Choosing} choosing */
export function openChooser(page, holder, { quote, findings, choose, close }) {
  page.chooser?.leave();
  const { words } = page;
  const scrolled = page.left.scrollTop;
  const list = make("div", {
    role: "listbox",
    id: uniqueId(),
    class: "cl-options",
    "aria-multiselectable": "true",
    "aria-label": words.choose_list,
    onmousedown: (event) => event.preventDefault(), // the focus stays in the field
  });
  const field = make("input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "true",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    oninput: () => showOptions(chooser),
    onkeydown: (event) => choosingKey(chooser, event),
  });
  const leave = () => {
    page.chooser = null;
    element.remove();
    page.choosing = null;
  };
  const closed = () => {
    leave();
    close();
    page.left.scrollTop = scrolled; // back to the words that were selected
  };
  const chosen = make("div", { class: "cl-chosen" });
  const element = make(
    "div",
    { class: "cl-chooser", role: "group", "aria-label": words.choose_title },
    make("p", { class: "cl-choosing" }, words.choose_title, " ", make("q", {}, quote)),
    chosen,
    labelled(words.choose_search, field, words.choose_about),
    list,
    make("p", { class: "cl-line" }, button(words.choose_done, closed)),
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    closed();
  });
  /** @type {Chooser} */
  const chooser = {
    page,
    choose,
    findings: { ...findings },
    at: 0,
    options: [],
    leave,
    close: closed,
    list,
    field,
    chosen,
  };
  page.chooser = chooser;
  holder.append(element);
  showOptions(chooser);
  showChosen(chooser);
  field.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

/** @param {Chooser} chooser */
function showChosen(chooser) {
  const { page, chosen, findings } = chooser;
  const { words } = page;
  const some = Object.keys(findings).length > 0;
  chosen.replaceChildren(make("p", {}, some ? words.choose_now : words.choose_nothing));
  if (some) chosen.append(shows(page, findings));
}

// An Enter takes the first one only where what was typed tells it from its opposite.
/** @param {Chooser} chooser */
function showOptions(chooser) {
  const { page, list, field, findings } = chooser;
  const groups = found(page.bank.findings, field.value, page.words.choose_negations);
  chooser.options = [];
  list.replaceChildren();
  add(
    list,
    groups.map((one) => group(chooser, one, findings[one.finding.id])),
  );
  if (!groups.length) list.append(nothing(page.words.choose_none));
  const { length } = chooser.options;
  if (field.value) announce(page, fill(page.words[length === 1 ? "found_1" : "found_n"], { count: length }));
  walkTo(chooser, field.value.trim() && isTold(groups) ? 0 : -1); // nothing is taken by an Enter too many
}

/** @param {string} says */
function nothing(says) {
  return make("p", { class: "cl-none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, says);
}

/** @param {Chooser} chooser @param {Found} found @param {string | undefined} chosen */
function group(chooser, { finding, values }, chosen) {
  const about = { class: "cl-group-name", id: uniqueId(), role: "presentation" };
  const name = make("div", about, make("b", {}, finding.name), " ", finding.ask);
  /** @param {OfferedFinding["values"][number]} value */
  const option = (value) => {
    const element = make(
      "div",
      {
        role: "option",
        id: uniqueId(),
        class: "cl-option",
        "aria-selected": String(value.id === chosen),
        onclick: (event) => take(chooser, finding.id, value.id, event),
      },
      value.says,
    );
    chooser.options.push({ element, take: (event) => take(chooser, finding.id, value.id, event) });
    return element;
  };
  return make(
    "div",
    { role: "group", "aria-labelledby": name.id },
    name,
    values.map(({ value }) => option(value)),
  );
}

// One value a finding; the same once more takes it away. With Shift the chooser stays open for another finding.
/** @param {Chooser} chooser @param {string} finding @param {string} value @param {{ shiftKey: boolean }} event */
function take(chooser, finding, value, event) {
  const { findings } = chooser;
  if (findings[finding] === value) delete findings[finding];
  else findings[finding] = value;
  chooser.choose({ ...findings });
  if (!event.shiftKey) return chooser.close();
  chooser.field.value = "";
  showOptions(chooser);
  showChosen(chooser);
}

/** @param {Chooser} chooser @param {KeyboardEvent} event */
function choosingKey(chooser, event) {
  const { at, options } = chooser;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE }[event.key];
  if (event.key === "Enter") {
    event.preventDefault();
    options[at]?.take(event);
  } else if (to !== undefined) {
    event.preventDefault();
    walkTo(chooser, Math.min(Math.max(to, 0), options.length - 1));
  }
}

/** @param {Chooser} chooser @param {number} at */
function walkTo(chooser, at) {
  const { list, field, options } = chooser;
  options.forEach(({ element }) => element.classList.remove("cl-at"));
  chooser.at = at;
  const active = options[at]?.element;
  active?.classList.add("cl-at");
  if (active) field.setAttribute("aria-activedescendant", active.id);
  else field.removeAttribute("aria-activedescendant");
  const element = active ?? list.querySelector("[aria-selected=true]");
  if (element) bringIntoSight(list, element, at === 0);
}

// The list alone is scrolled, not the notebook around it; the first option with its group's name.
/** @param {HTMLElement} list @param {HTMLElement} element @param {boolean} first */
function bringIntoSight(list, element, first) {
  const above = first ? 0 : element.offsetTop;
  const below = element.offsetTop + element.offsetHeight;
  if (above < list.scrollTop) list.scrollTop = above;
  else if (below > list.scrollTop + list.clientHeight) list.scrollTop = below - list.clientHeight;
}

// What a phrase shows, finding by finding.
/** @param {EditorPage} page @param {Findings} findings */
export function shows(page, findings) {
  /** @param {string[]} shown */
  const one = ([id, value]) => {
    const finding = page.bank.findings.find((known) => known.id === id);
    const says = finding?.values.find((known) => known.id === value)?.says;
    return [make("b", {}, finding?.name ?? id), ": ", says ?? value];
  };
  return itemList(Object.entries(findings).map(one), { class: "cl-shows" });
}
