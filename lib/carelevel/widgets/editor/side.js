// The other side: what is still to do, what the criteria say, how a trainee reads it, what lint has found.

import { fill } from "../../scripts/saying.js";
import { make } from "../shared/dom.js";
import { change, given, objections, questions, reason } from "../shared/explain.js";
import { plain } from "../shared/story.js";
import { quietly } from "./fields.js";
import { fieldAt, leadTo } from "./places.js";

export function showSide(page) {
  const { side } = page;
  const key = document.activeElement?.dataset?.key;
  const focused = key && side.contains(document.activeElement);
  const folds = new Map([...side.querySelectorAll("details")].map((one) => [one.dataset.key, one.open]));
  const parts = [todo(page), answers(page), twinAnswers(page), found(page), trainees(page)].filter(Boolean);
  side.replaceChildren(jumps(page, parts), ...parts);
  for (const one of side.querySelectorAll("details")) one.open = folds.get(one.dataset.key) ?? one.open;
  if (focused) side.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

// One press to each part; the parts stand below each other, so that nothing is out of reach of a search.
function jumps(page, parts) {
  const to = (part, number) => {
    const go = () => {
      part.querySelector("h3").focus({ preventScroll: true });
      page.side.scrollTop = part.offsetTop - page.side.firstElementChild.offsetHeight;
      if (page.side.scrollHeight === page.side.clientHeight) part.scrollIntoView({ block: "start" });
    };
    return make("li", {}, quietly(part.dataset.short, go, { "data-key": `jump ${number}` }));
  };
  return make("nav", { class: "cl-jumps", "aria-label": page.words.jumps }, make("ul", {}, parts.map(to)));
}

function part(name, title, short, ...children) {
  const heading = make("h3", { tabindex: -1 }, title);
  return make("section", { class: `cl-part cl-part-${name}`, "data-short": short }, heading, children);
}

function answers(page) {
  const { view, words } = page;
  return part(
    "answer",
    words.answer,
    words.answer_short,
    view.points.map((_, number) => answerPart(page, number)),
  );
}

function fold(key, title, open, ...children) {
  return make("details", { "data-key": key, open }, make("summary", {}, title), children);
}

// What keeps it from being saved, then what else is wrong; each leads to its place.
function todo(page) {
  const { view, words } = page;
  const stopping = view.problems.filter((one) => one.stops);
  const others = view.problems.filter((one) => !one.stops);
  const short = stopping.length ? fill(words.todo_n, { count: stopping.length }) : words.todo_0;
  return part(
    "todo",
    words.todo,
    short,
    stopping.length ? null : make("p", { class: "cl-ready" }, words.todo_ready),
    stopping.length ? placesList(page, "stop", stopping) : null,
    others.length ? make("h4", {}, words.todo_later) : null,
    others.length ? placesList(page, "later", others) : null,
  );
}

function placesList(page, kind, list) {
  const item = (one, number) =>
    make(
      "li",
      {},
      fieldAt(page, one.where) ? leading(page, one, `${kind} ${number}`) : one.says,
      one.remedy ? make("small", {}, one.remedy) : null,
    );
  return make("ul", { class: `cl-places cl-places-${kind}` }, list.map(item));
}

function leading(page, one, key) {
  return quietly(one.says, () => leadTo(page, one), { "data-key": key });
}

function answerPart(page, number) {
  const { view } = page;
  const { heading, answer } = view.points[number];
  const where = `points.${number}`;
  const title = view.points.length > 1 ? make("p", { class: "cl-at-point" }, heading) : null;
  const says = answer ? answerOf(page, answer, where) : unanswered(page, `${where}.expected`);
  return make("div", { class: "cl-answer-part" }, title, says);
}

function unanswered(page, where) {
  const first = { where, start: null, says: page.words.expect_first };
  return make("p", {}, leading(page, first, `expect ${where}`), " ", page.words.expect_why);
}

function answerOf(page, answer, key) {
  const { words } = page;
  const { explained } = answer;
  const { length } = explained.ask;
  const open = fill(words[length === 1 ? "open_1" : "open_n"], { count: length });
  const basis = [explained.basis, answer.accepted, explained.settled];
  return [
    brief(answer),
    make("p", { class: "cl-quiet-line" }, basis.filter(Boolean).join(" ")),
    length ? fold(`${key} open`, open, true, questions(explained.ask, words)) : null,
    explained.reasons.length ? fold(`${key} reasons`, words.reasons_title, true, explained.reasons.map(reason)) : null,
    explained.why_not.length ? fold(`${key} why not`, words.why_not_title, false, objections(explained.why_not)) : null,
    explained.changes.length ? fold(`${key} changes`, words.changes_title, false, explained.changes.map(change)) : null,
    explained.given.length ? fold(`${key} given`, words.given_title, false, given(explained.given)) : null,
  ];
}

function twinAnswers(page) {
  const { view, words } = page;
  const one = (twin, number) =>
    make(
      "div",
      { class: "cl-answer-part" },
      make("p", { class: "cl-at-point" }, fill(words.twin_title, { number: number + 1 })),
      twin.map(({ place, heading, answer }) => {
        const where = `twins.${number}.expected.${place}`;
        const title = twin.length > 1 ? make("p", { class: "cl-at-point" }, heading) : null;
        return [title, answer ? brief(answer) : unanswered(page, where)];
      }),
    );
  return view.twins.length ? part("twins", words.twin_answers, words.twin_answers, view.twins.map(one)) : null;
}

function brief(answer) {
  return [
    make("h4", { class: "cl-level" }, answer.explained.level),
    make("p", { class: answer.agrees ? "cl-agrees" : "cl-differ" }, answer.says),
  ];
}

function found(page) {
  const { view, words, bank } = page;
  const hits = view.hits.map((hit) => ({ ...hit, says: `${words[hit.severity]}: ${hit.says}` }));
  const short = hits.length ? fill(words.lint_n, { count: hits.length }) : words.lint_0;
  return part(
    "lint",
    words.lint,
    short,
    hits.length ? placesList(page, "hit", hits) : make("p", {}, words.lint_none),
    fold("looked", words.lint_about, !hits.length, make("p", { class: "cl-quiet-line" }, bank.looked_for)),
  );
}

// The story as a trainee reads it: each sentence can be marked there, and nothing tells which of them decide.
function trainees(page) {
  const { view, words } = page;
  const point = ({ heading, prose }) => [
    make("h5", {}, heading),
    make(
      "div",
      { class: "cl-story" },
      prose.map((runs) => make("p", {}, runs.map(plain))),
    ),
  ];
  const title = make("h4", { class: "cl-trainee-title" }, view.title || words.untitled);
  const sheet = make("div", { class: "cl-sheet" }, title, view.points.map(point));
  return part("trainee", words.trainee, words.trainee_short, sheet);
}
