// Before a room: the running order, the settings, and the two ways to begin.

import { make } from "../shared/dom.js";
import { choice, options } from "../shared/elements.js";
import { askForCases, casesPart, orderPart, showAdded } from "./order.js";
import { chapter, control, hostChoices, part, place } from "./parts.js";
import { askHeld } from "./unanswered.js";

/** @import { PresenterPage } from "./page.js" */
/** @import { Settings, SetupView } from "./view.js" */

/** @param {PresenterPage} card */
export function layOutSetup(card) {
  const { words } = card;
  askForCases(card);
  const left = make("div", {}, chapter("chosen", words.order, place(card, "order")), settings(card));
  const right = chapter("choosing", words.cases, place(card, "cases"));
  return [place(card, "last"), make("div", { class: "cl-columns" }, left, right)];
}

/** @param {PresenterPage<SetupView>} card */
export function showSetup(card) {
  const { view } = card;
  part(card, "last", view.last, (last) => lastRoom(card, last));
  const { order, total } = view;
  part(card, "order", { order, total }, (shown) => orderPart(card, shown.order, shown.total));
  part(card, "cases", card.model.get("cases"), (cases) => casesPart(card, cases));
  showAdded(card);
  part(card, "settings", view.settings, (chosen) => settingFields(card, chosen));
  part(card, "who", view.hosts, (hosts) => whoMayJoin(card, hosts));
}

/** @param {PresenterPage} card @param {string} last */
function lastRoom(card, last) {
  return make("p", { class: "cl-line" }, last, " ", control(card, card.words.reopen, { do: "reopen" }));
}

/** @param {PresenterPage} card */
function settings(card) {
  const { words } = card;
  const open = control(card, words.open_room, { do: "open" }, { main: true });
  const rehearse = control(card, words.rehearse, { do: "rehearse" });
  const begin = make("div", { class: "cl-line cl-begin" }, open, rehearse);
  return chapter("settings", words.settings, place(card, "settings"), place(card, "who"), begin);
}

/** @param {PresenterPage} card @param {SetupView["hosts"]} hosts */
function whoMayJoin(card, hosts) {
  const choices = hostChoices(card, hosts, (value) => settle(card, "host", value));
  return make("fieldset", {}, make("legend", {}, card.words.who), choices);
}

/** @param {PresenterPage} card @param {string} name @param {unknown} value */
function settle(card, name, value) {
  askHeld(card, { do: "settle", name, value });
}

// Before a room is open, and while it is.
/** @param {PresenterPage} card @param {Settings} chosen */
export function settingFields(card, chosen) {
  const { words } = card;
  /** @param {"marks" | "tally_early" | "third_vote" | "pairs" | "watch"} name @param {string} text */
  const tick = (name, text) => {
    const input = make("input", { type: "checkbox", checked: chosen[name], "data-key": name });
    input.addEventListener("change", () => settle(card, name, input.checked));
    return choice(input, text);
  };
  /** @param {"minutes" | "talk_minutes" | "keep_hours"} name @param {string} text */
  const pick = (name, text) => {
    const select = make("select", { "data-key": name }, options(chosen[name]));
    select.addEventListener("change", () => settle(card, name, Number(select.value)));
    return make("label", { class: "cl-pick" }, make("span", {}, text), select);
  };
  return [
    tick("marks", words.marks),
    tick("tally_early", words.tally_early),
    tick("pairs", words.pairs),
    tick("third_vote", words.third_vote),
    tick("watch", words.watch),
    pick("minutes", words.timer),
    pick("talk_minutes", words.talk_timer),
    pick("keep_hours", words.keep),
  ];
}
