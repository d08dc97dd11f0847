// While a room is open: the stage with its controls, and beside it what only the presenter sees.

import { fill } from "../../scripts/saying.js";
import { make, onForm } from "../shared/dom.js";
import { about, button, columnHeads, line, list, options, submit } from "../shared/elements.js";
import { send } from "../shared/kernel.js";
import { take } from "./asking.js";
import { enterFull } from "./full.js";
import { askForCases, casesPart, orderPart, showAdded } from "./order.js";
import { chapter, control, hostChoices, part, place, unfolding } from "./parts.js";
import { settingFields } from "./setup.js";
import { showNight, showPicture } from "./stage.js";

/** @import { PresenterPage } from "./page.js" */
/** @import { HandCounts, Joining, LevelVotes, PrivateStrip, RoomView } from "./view.js" */
/** @import { Child } from "../shared/page.js" */

/** @param {PresenterPage} card */
export function layOutRoom(card) {
  const { words } = card;
  const keys = unfolding("keys", words.keys, about(words.keys_about));
  const before = [card.frame, place(card, "bar"), place(card, "steps"), keys];
  const beside = [
    place(card, "watch"),
    ...["private", "hands", "joining"].map((name) => place(card, name)),
    unfolding("settings", words.settings, place(card, "settings")),
    chapter("running", words.order, place(card, "order"), moreCases(card)),
    place(card, "ending"),
  ];
  const strip = make("div", { class: "cl-strip" }, beside);
  return make("div", { class: "cl-lead" }, make("div", { class: "cl-before" }, before), strip);
}

/** @param {PresenterPage<RoomView>} card */
export function showRoom(card) {
  const { view } = card;
  showNight(card);
  showPicture(card);
  const { next, skip, can_back, thanked, tally, blank, timer, joining } = view;
  const shown = [next, skip, can_back, thanked, tally, blank, timer, joining.address, joining.shown, card.night];
  part(card, "bar", shown, () => bar(card));
  part(card, "steps", view.steps.length ? view.steps : null, (steps) => stepButtons(card, steps));
  part(card, "private", view.private, (told) => privateStrip(card, told));
  part(card, "hands", view.hands, (hands) => handsForm(card, hands));
  orderHands(card, isByHands(card));
  part(card, "joining", view.joining, (joining) => joiningPart(card, joining));
  const { order, total } = view;
  part(card, "order", { order, total }, (shown) => orderPart(card, shown.order, shown.total));
  part(card, "cases", card.model.get("cases"), (cases) => casesPart(card, cases));
  showAdded(card);
  part(card, "settings", view.settings, (chosen) => settingFields(card, chosen));
  part(card, "ending", [view.keep, view.rehearsal, thanked], () => ending(card));
}

// Nobody can vote otherwise.
/** @param {PresenterPage<RoomView>} card */
function isByHands({ view }) {
  return !view.joining.address;
}

// Where hands alone vote, they come first.
/** @param {PresenterPage} card @param {boolean} first */
function orderHands({ root, parts }, first) {
  const [one, other] = (first ? ["hands", "private"] : ["private", "hands"]).map((name) => parts[name].root);
  root.classList.toggle("cl-by-hands", first);
  if (one.nextElementSibling !== other) other.before(one);
}

// The controls

/** @param {PresenterPage<RoomView>} card */
function bar(card) {
  const { words, view } = card;
  const { timer, tally, joining } = view;
  const forward = () => take(card, "forward");
  const next = control(card, view.next || words.next, { key: "next" }, { main: true, does: forward });
  const back = control(card, words.back, { key: "back" }, { does: () => take(card, "back") });
  const skip = view.skip ? control(card, view.skip, { key: "skip" }, { does: () => take(card, "skip") }) : null;
  next.disabled = !view.next;
  back.disabled = !view.can_back;
  const timed = timer?.on
    ? control(card, words.stop_timer, { do: "timer", minutes: 0 })
    : timer && control(card, fill(words.start_timer, { minutes: timer.says }), { do: "timer", minutes: timer.minutes });
  return [
    make(
      "div",
      { class: "cl-line cl-bar" },
      back,
      view.next || !view.thanked ? next : null,
      skip,
      view.thanked ? endButton(card) : null,
    ),
    line(
      tally === null ? null : control(card, tally ? words.hide_tally : words.show_tally, { do: "tally" }),
      timed,
      control(card, view.blank ? words.unblank : words.blank, { do: "blank" }),
      control(card, words.full, { key: "full" }, { does: () => enterFull(card) }),
      control(card, card.night ? words.light : words.dark, { do: "color", night: !card.night }),
      control(card, words.screen, { do: "screen" }),
      joining.address && joining.shown !== null
        ? control(card, joining.shown ? words.hide_joining : words.show_joining, { do: "joining" })
        : null,
    ),
  ];
}

/** @param {PresenterPage} card @param {RoomView["steps"]} steps */
function stepButtons(card, steps) {
  const items = steps.map(({ step, name, here }) => {
    const does = () => take(card, "go", { step });
    const button = control(card, name, { key: step }, { does, quiet: true });
    if (here) button.setAttribute("aria-current", "step");
    return make("li", {}, button);
  });
  return make("nav", { class: "cl-steps", "aria-label": card.words.steps }, make("ol", {}, items));
}

// For the presenter alone

/** @param {PresenterPage<RoomView>} card @param {PrivateStrip} told */
function privateStrip(card, told) {
  const { words } = card;
  /** @param {PrivateStrip["twins"][number]} twin */
  const twin = ({ id, says }) =>
    control(card, says, { do: "twin", twin: id }, { does: () => take(card, "twin", { twin: id }) });
  /** @param {NonNullable<PrivateStrip["leap"]>} leap */
  const leap = ({ step, name }) => control(card, name, { key: "leap" }, { does: () => take(card, "go", { step }) });
  return chapter(
    "private",
    words.private,
    card.small,
    told.advice ? make("p", { class: "cl-advice" }, told.advice) : null,
    told.leap ? leap(told.leap) : null,
    told.questions.length ? askForm(card, told.questions) : null,
    told.discuss ? [make("h3", {}, words.private_ask), make("p", {}, told.discuss)] : null,
    told.missed?.length ? [make("h3", {}, words.private_missed), list(told.missed)] : null,
    told.answer ? unfolding("answer", words.private_answer, make("p", {}, told.answer)) : null,
    told.twins.map(twin),
  );
}

// To ask, whatever the vote says.
/** @param {PresenterPage<RoomView>} card @param {PrivateStrip["questions"]} topics */
function askForm(card, topics) {
  const { words } = card;
  const select = make("select", { "data-key": "question" });
  for (const { topic, questions } of topics) {
    select.append(
      make("optgroup", { label: topic }, options(questions.map(({ id, says }) => ({ value: id, name: says })))),
    );
  }
  const asks = () => take(card, "ask", { question: select.value });
  const field = make("label", { class: "cl-pick" }, make("span", {}, words.ask_which), select);
  const form = onForm(asks, {}, field, submit(words.ask_now, { "data-key": "ask" }));
  const details = unfolding("ask", words.ask_title, about(words.ask_about), form);
  details.open = isByHands(card);
  return details;
}

// How they vote while they do: where the presenter wants it, and for nobody else.
/** @param {PresenterPage} card */
export function showVotes(card) {
  const { votes, closing } = card.model.get("live");
  const told = votes?.length ? { votes, closing } : null;
  part(card, "watch", told, ({ votes, closing }) => votesSoFar(card, votes, closing));
}

/** @param {PresenterPage} card @param {LevelVotes[]} votes @param {string} closing */
function votesSoFar(card, votes, closing) {
  const { words } = card;
  const rows = votes.map(({ level, votes: count }) =>
    make("tr", {}, make("th", { scope: "row" }, level), make("td", {}, String(count))),
  );
  const table = make("table", {}, columnHeads([words.hands_choice, words.watch_votes]), make("tbody", {}, rows));
  return chapter("watch", words.watch_now, closing ? make("p", { class: "cl-advice" }, closing) : null, table);
}

/** @param {PresenterPage<RoomView>} card @param {HandCounts} hands */
function handsForm(card, { levels, counts }) {
  const { words } = card;
  /** @type {{ made: HTMLInputElement, level: string, round: string }[]} */
  const inputs = [];
  const rounds = Object.keys(counts);
  /** @param {string} round */
  const named = (round) => words[`hands_${round}`];
  /** @param {HandCounts["levels"][number]} level @param {string} round */
  const input = (level, round) => {
    const made = make("input", {
      type: "number",
      min: 0,
      max: 10000,
      step: 1,
      value: counts[round][level.id] || "",
      "aria-label": fill(words.hands_of, { level: level.name, round: named(round) }),
      "data-key": `${level.id} ${round}`,
    });
    inputs.push({ made, level: level.id, round });
    return make("td", {}, made);
  };
  const count = () => {
    /** @type {HandCounts["counts"]} */
    const typed = Object.fromEntries(rounds.map((round) => [round, {}]));
    inputs.forEach(({ made, level, round }) => {
      typed[round][level] = made.value === "" ? 0 : Number(made.value);
    });
    send(card, { do: "hands", counts: typed });
  };
  const heads = columnHeads([words.hands_choice, ...rounds.map(named)]);
  /** @param {HandCounts["levels"][number]} level */
  const row = (level) => {
    const cells = rounds.map((round) => input(level, round));
    return make("tr", {}, make("th", { scope: "row" }, level.name), cells);
  };
  const table = make("table", {}, heads, make("tbody", {}, levels.map(row)));
  const form = onForm(count, { novalidate: true }, table, submit(words.hands_count, { "data-key": "count" }));
  const details = unfolding("hands", words.hands, about(words.hands_about), form);
  details.open = isByHands(card);
  return details;
}

/** @param {PresenterPage} card @param {Joining} joining */
function joiningPart(card, { code, address, hosts, closed }) {
  const { words } = card;
  let chosen = hosts.choices.find((host) => host.chosen)?.value;
  const choices = hostChoices(card, hosts, (value) => (chosen = value));
  const join = () => send(card, { do: "host", host: chosen });
  const change = button(words.joining_now, join, { "data-key": "change" });
  /** @param {string} name @param {Child} value */
  const row = (name, value) => make("p", {}, make("small", {}, name), " ", value);
  const where = [row(words.joining_address, address), row(words.joining_code, make("b", { class: "cl-code" }, code))];
  return chapter(
    "joining",
    words.joining,
    address && closed ? about(words.joining_shut) : null,
    address ? where : null,
    card.came,
    address ? door(card, closed) : null,
    unfolding("who", words.joining_change, make("fieldset", {}, make("legend", {}, words.who), choices), change),
    address ? unfolding("trouble", words.trouble, about(words.trouble_about)) : null,
  );
}

/** @param {PresenterPage} card @param {boolean} closed */
function door(card, closed) {
  const { words } = card;
  return [
    card.halls,
    line(
      control(card, closed ? words.door_open : words.door_close, { do: "door" }),
      control(card, words.code_new, { do: "code" }),
    ),
    about(words.door_about),
  ];
}

/** @param {PresenterPage} card */
function moreCases(card) {
  const { words } = card;
  const details = unfolding("more", words.cases_more, place(card, "cases"));
  details.addEventListener("toggle", () => details.open && askForCases(card));
  return details;
}

/** @param {PresenterPage<RoomView>} card */
function endButton(card) {
  const { words, view } = card;
  return control(card, view.rehearsal ? words.end_rehearsal : words.end, { do: "end" });
}

/** @param {PresenterPage<RoomView>} card */
function ending(card) {
  const { words, view } = card;
  const end = view.thanked ? null : endButton(card); // it stands beside the picture then
  const sure = control(card, words.delete_sure, { do: "delete" });
  const fold = view.rehearsal ? null : unfolding("delete", words.delete, make("p", {}, words.delete_about), sure);
  return chapter("ending", words.ending, view.keep ? about(view.keep) : null, end, fold);
}
