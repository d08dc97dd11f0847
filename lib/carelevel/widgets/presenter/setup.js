// Before a room: the running order, the settings, and the two ways to begin.

import { make } from "../shared/dom.js";
import { send } from "../shared/kernel.js";
import { askForCases, casesPart, orderPart } from "./order.js";
import { chapter, control, hostChoices, part, place } from "./parts.js";

export function layOutSetup(card) {
  const { words } = card;
  askForCases(card);
  return [
    place(card, "last"),
    make(
      "div",
      { class: "cl-columns" },
      make("div", {}, chapter("chosen", words.order, place(card, "order")), settings(card)),
      chapter("choosing", words.cases, place(card, "cases")),
    ),
  ];
}

export function showSetup(card) {
  const { view } = card;
  part(card, "last", view.last, (last) => lastRoom(card, last));
  part(card, "order", view.order, (order) => orderPart(card, order));
  part(card, "cases", card.model.get("cases"), (cases) => casesPart(card, cases));
  part(card, "settings", view.settings, (chosen) => settingFields(card, chosen));
}

function lastRoom(card, last) {
  return make("p", { class: "cl-line" }, last, " ", control(card, card.words.reopen, { do: "reopen" }));
}

function settings(card) {
  const { words } = card;
  return chapter(
    "settings",
    words.settings,
    place(card, "settings"),
    make(
      "div",
      { class: "cl-line cl-begin" },
      control(card, words.open_room, { do: "open" }, { main: true }),
      control(card, words.rehearse, { do: "rehearse" }),
    ),
  );
}

function settingFields(card, chosen) {
  const { words } = card;
  const settle = (name, value) => send(card, { do: "settle", name, value });
  const tick = (name, text) =>
    make(
      "label",
      { class: "cl-choice" },
      make("input", {
        type: "checkbox",
        checked: chosen[name],
        "data-key": name,
        onchange: (event) => settle(name, event.target.checked),
      }),
      make("span", {}, text),
    );
  const pick = (name, text) =>
    make(
      "label",
      { class: "cl-pick" },
      make("span", {}, text),
      make(
        "select",
        { "data-key": name, onchange: (event) => settle(name, Number(event.target.value)) },
        chosen[name].map((one) => make("option", { value: one.value, selected: one.chosen }, one.name)),
      ),
    );
  return [
    tick("marks", words.marks),
    tick("tally_early", words.tally_early),
    pick("minutes", words.timer),
    pick("keep_hours", words.keep),
    make(
      "fieldset",
      {},
      make("legend", {}, words.who),
      hostChoices(chosen.host, (value) => settle("host", value)),
    ),
  ];
}
