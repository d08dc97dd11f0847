// The running order and the cases to choose from: before a room, and while it is open.

import { fill } from "../../scripts/saying.js";
import { findAll, make, onForm } from "../shared/dom.js";
import { about, choice, labelBefore, line, paragraphs, submit } from "../shared/elements.js";
import { send } from "../shared/kernel.js";
import { hasWords } from "../shared/search.js";
import { take } from "./asking.js";
import { control, unfolding } from "./parts.js";

/** @import { PresenterPage } from "./page.js" */
/** @import { OrderEntry, PartChoice, PresentedCase } from "./view.js" */

/** @param {PresenterPage} card @param {OrderEntry[]} order @param {string} total */
export function orderPart(card, order, total) {
  const { words } = card;
  if (!order.length) return about(words.order_empty);
  const rows = order.map((entry, number) => orderRow(card, order, entry, number));
  const estimate = total ? make("p", { class: "cl-total" }, total) : null;
  return [make("ol", { class: "cl-order" }, rows), estimate];
}

/** @param {PresenterPage} card @param {OrderEntry[]} order @param {OrderEntry} entry @param {number} number */
function orderRow(card, order, entry, number) {
  const { words } = card;
  const name = { name: entry.name };
  /** @param {string} text @param {string} label @param {number} places @param {boolean} can */
  const move = (text, label, places, can) => {
    const button = control(card, text, { do: "move", entry: entry.id, places }, { label: fill(label, name) });
    button.disabled = !can;
    return button;
  };
  const asksFirst = entry.ask_first ? make("small", {}, " ", words.is_interview) : null;
  const does = () => take(card, "entry", { entry: entry.id });
  const goThere = () => control(card, words.go_there, { do: "entry", entry: entry.id }, { does });
  return make(
    "li",
    { "aria-current": entry.here ? "step" : null },
    make(
      "span",
      { class: "cl-entry" },
      entry.name,
      entry.minutes ? make("small", {}, " ", entry.minutes) : null,
      entry.here ? make("small", {}, " ", words.here) : null,
      entry.met ? asksFirst : askFirst(card, entry),
    ),
    make(
      "span",
      { class: "cl-tools" },
      card.view.stage === "room" && !entry.here ? goThere() : null,
      move("↑", words.up, -1, number > 0),
      move("↓", words.down, 1, number < order.length - 1),
      control(card, "×", { do: "remove", entry: entry.id }, { label: fill(words.remove, name) }),
    ),
  );
}

// Whether the room asks before it decides, as long as it has not come to the case.
/** @param {PresenterPage} card @param {OrderEntry} entry */
function askFirst(card, { id, name, ask_first }) {
  const { words } = card;
  const input = make("input", {
    type: "checkbox",
    checked: ask_first,
    "data-key": `ask first ${id}`,
    "aria-label": fill(words.ask_first_named, { name }),
  });
  input.addEventListener("change", () => send(card, { do: "ask_first", entry: id, wanted: input.checked }));
  return make("label", { class: "cl-ask-first" }, input, " ", words.ask_first);
}

// The cases come when they are asked for; *find* and *ticked* keep what was chosen through every rebuild.
/** @param {PresenterPage} card @param {PresentedCase[]} cases */
export function casesPart(card, cases) {
  const { words } = card;
  /** @type {PartChoice[]} */
  const parts = card.model.get("parts");
  const list = make("ul", { class: "cl-cases", tabindex: 0, "aria-label": words.cases });
  const show = () => {
    const found = cases.filter((one) => hasWords(one.found_by, card.find) && exercises(card, one));
    list.replaceChildren(...found.map((one) => caseRow(card, one)));
    if (!found.length) list.append(make("li", {}, words.cases_none));
  };
  const find = make("input", { type: "search", value: card.find, "data-key": "find" });
  find.addEventListener("input", () => {
    card.find = find.value;
    show();
  });
  show();
  const exercised = unfolding("exercised", words.exercised, about(words.exercised_about), partTicks(card, parts, show));
  return [exercised, proposing(card), make("label", { class: "cl-find" }, words.cases_find, " ", find), list];
}

/** @param {PresenterPage} card @param {PresentedCase} one */
function exercises(card, one) {
  return !card.ticked.size || one.exercises.some((key) => card.ticked.has(key));
}

/** @param {PresenterPage} card @param {PartChoice[]} parts @param {() => void} show */
function partTicks(card, parts, show) {
  const groups = [...new Set(parts.map(({ group }) => group))];
  /** @param {PartChoice} part */
  const tick = ({ key, name, cases }) => {
    const input = make("input", { type: "checkbox", checked: card.ticked.has(key), "data-key": `part ${key}` });
    input.addEventListener("change", () => {
      if (input.checked) card.ticked.add(key);
      else card.ticked.delete(key);
      show();
    });
    return choice(input, fill(card.words.exercised_count, { name, count: cases }));
  };
  /** @param {string} group */
  const fields = (group) =>
    make("fieldset", {}, make("legend", {}, group), parts.filter((part) => part.group === group).map(tick));
  return make(
    "div",
    { class: "cl-parts", tabindex: 0, role: "group", "aria-label": card.words.exercised },
    groups.map(fields),
  );
}

/** @param {PresenterPage} card */
function proposing(card) {
  const { words } = card;
  const minutes = make("input", {
    type: "number",
    min: 10,
    max: 240,
    step: 1,
    value: card.minutes,
    "data-key": "propose minutes",
  });
  minutes.addEventListener("input", () => {
    card.minutes = minutes.value;
  });
  const propose = () => send(card, { do: "propose", minutes: Number(minutes.value), parts: [...card.ticked] });
  const attributes = { class: "cl-line", novalidate: true };
  const form = onForm(
    propose,
    attributes,
    labelBefore(words.propose_minutes, minutes),
    submit(words.propose, { "data-key": "propose" }),
  );
  return unfolding("propose", words.propose, about(words.propose_about), form, about(words.minutes_about));
}

/** @param {PresenterPage} card @param {PresentedCase} one */
function caseRow(card, one) {
  const { words } = card;
  /** @param {string} heading @param {number} number */
  const point = (heading, number) => {
    const text = fill(words.add_point, { heading });
    return adding(card, text, `${text}: ${one.title}`, { do: "add", case: one.id, point: number });
  };
  /** @param {PresentedCase["twins"][number]} twin */
  const twin = ({ id, says }) => {
    const label = `${words.add_twin}: ${one.title}`;
    return make("p", {}, says, " ", adding(card, words.add_twin, label, { do: "add", case: one.id, twin: id }));
  };
  const name = make("span", {}, make("b", {}, one.title), make("small", {}, " ", one.about));
  const label = fill(words.add_named, { name: one.title });
  const whole = adding(card, words.add, label, { do: "add", case: one.id }, one.title);
  const story = one.stories.map(({ heading, paragraphs: texts }) => [
    one.stories.length > 1 ? make("h3", {}, heading) : null,
    paragraphs(texts),
  ]);
  const more = [
    make("div", { class: "cl-peek" }, story),
    make("div", { class: "cl-answers" }, paragraphs(one.answers)),
    one.points.length > 1 ? line(one.points.map(point)) : null,
    one.twins.map(twin),
  ];
  const fold = unfolding(`case ${one.id}`, words.what_they_say, more);
  return make("li", {}, make("div", { class: "cl-case" }, name, whole), fold);
}

/** @typedef {{ do: "add", case: string, twin?: string, point?: number }} Adding */

// A button that adds an entry; it says so where the running order holds that already.
/** @param {PresenterPage} card @param {string} text @param {string} label @param {Adding} message @param {string} name */
function adding(card, text, label, message, name = label) {
  const button = control(card, text, message, { label });
  const place = make(
    "span",
    { class: "cl-adding", "data-text": text, "data-label": label, "data-name": name },
    make("small", {}),
    button,
  );
  showWhetherAdded(card, place);
  return place;
}

/** @param {PresenterPage} card */
export function showAdded(card) {
  findAll(card.parts.cases.root, ".cl-adding").forEach((place) => showWhetherAdded(card, place));
}

/** @param {PresenterPage} card @param {HTMLElement} place */
function showWhetherAdded({ view, words }, place) {
  const [says, button] = /** @type {HTMLElement[]} */ ([...place.children]);
  const { text = "", label = "", name } = place.dataset;
  const added = "order" in view && isAdded(view.order, JSON.parse(button.dataset.key ?? ""));
  says.textContent = added ? `✓ ${words.added} ` : "";
  button.textContent = added ? words.add_again : text;
  button.setAttribute("aria-label", added ? fill(words.add_again_named, { name }) : label);
}

/** @param {OrderEntry[]} order @param {Adding} meant */
function isAdded(order, { case: id, twin = "", point }) {
  return order.some((one) => one.case === id && one.twin === twin && (point ?? one.point) === one.point);
}

/** @param {PresenterPage} card */
export function askForCases(card) {
  if (!card.model.get("cases").length) send(card, { do: "cases" });
}
