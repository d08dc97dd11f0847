// The other side: what is still to do, what the criteria say, how a trainee reads it, what lint has found.

import { fill } from "../../scripts/saying.js";
import { find, focused, folded, make, unseen } from "../shared/dom.js";
import { list, quietly } from "../shared/elements.js";
import { anyAsk, change, given, others, reason, stillToAsk } from "../shared/explain.js";
import { glossary, story } from "../shared/story.js";
import { changed } from "./desk.js";
import { fieldAt, leadTo } from "./places.js";

/** @import { EditorPage } from "./page.js" */
/** @import { EditorView, Hit, Placed, PointAnswer } from "./view.js" */
/** @import { Child } from "../shared/page.js" */

/** @param {EditorPage} page */
export function showSide(page) {
  const { side } = page;
  const key = side.contains(document.activeElement) ? focused()?.dataset.key : undefined;
  const folds = new Map([...side.querySelectorAll("details")].map((one) => [one.dataset.key, one.open]));
  const parts = [todo(page), answers(page), ...twinAnswers(page), ...safety(page), found(page), trainees(page)];
  side.replaceChildren(jumps(page, parts), ...parts);
  for (const one of side.querySelectorAll("details")) one.open = folds.get(one.dataset.key) ?? one.open;
  if (key) find(side, `[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

// One press to each part; the parts stand below each other, so that nothing is out of reach of a search.
/** @param {EditorPage} page @param {HTMLElement[]} parts */
function jumps(page, parts) {
  /** @param {HTMLElement} part @param {number} number */
  const to = (part, number) => {
    const go = () => {
      part.querySelector("h3")?.focus({ preventScroll: true });
      page.side.scrollTop = part.offsetTop - (find(page.side, "nav")?.offsetHeight ?? 0);
      if (page.side.scrollHeight === page.side.clientHeight) part.scrollIntoView({ block: "start" });
    };
    return quietly(part.dataset.short, go, { "data-key": `jump ${number}` });
  };
  return make("nav", { class: "cl-jumps", "aria-label": page.words.jumps }, list(parts.map(to)));
}

/** @param {string} name @param {string} title @param {string} short @param {...Child} children */
function part(name, title, short, ...children) {
  const heading = make("h3", { tabindex: -1 }, title);
  return make("section", { class: `cl-part cl-part-${name}`, "data-short": short }, heading, children);
}

/** @param {EditorPage} page */
function answers(page) {
  const { view, words } = page;
  const each = view.points.map((_, number) => answerPart(page, number));
  return part("answer", words.answer, words.answer_short, each);
}

/** @param {string} key @param {string} title @param {boolean} open @param {...Child} children */
function fold(key, title, open, ...children) {
  return folded(title, { "data-key": key, open }, children);
}

// What keeps it from being saved, then what else is wrong; each leads to its place.
/** @param {EditorPage} page */
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
    view.hits.some((hit) => hit.severity === "error") ? make("p", {}, make("b", {}, words.todo_held)) : null,
    stopping.length ? placesList(page, "stop", stopping) : null,
    others.length ? make("h4", {}, words.todo_later) : null,
    others.length ? placesList(page, "later", others) : null,
  );
}

/** @template {Placed} P @param {EditorPage} page @param {string} kind @param {P[]} places @param {(one: P) => Child} [beside] */
function placesList(page, kind, places, beside = () => null) {
  const items = places.map((one, number) => [
    fieldAt(page, one.where) ? leading(page, one, `${kind} ${number}`) : one.says,
    one.remedy ? make("small", {}, one.remedy) : null,
    beside(one),
  ]);
  return list(items, { class: `cl-places cl-places-${kind}` });
}

/** @param {EditorPage} page @param {Placed} one @param {string} key */
function leading(page, one, key) {
  return quietly(one.says, () => leadTo(page, one), { "data-key": key });
}

/** @param {EditorPage} page @param {number} number */
function answerPart(page, number) {
  const { view } = page;
  const { heading, answer } = view.points[number];
  const where = `points.${number}`;
  const title = view.points.length > 1 ? make("p", { class: "cl-at-point" }, heading) : null;
  const says = answer ? answerOf(page, answer, where) : unanswered(page, `${where}.expected`);
  return make("div", { class: "cl-answer-part" }, title, says);
}

/** @param {EditorPage} page @param {string} where */
function unanswered(page, where) {
  const first = { where, start: null, end: null, says: page.words.expect_first, remedy: "" };
  return make("p", {}, leading(page, first, `expect ${where}`), " ", page.words.expect_why);
}

/** @param {EditorPage} page @param {PointAnswer} answer @param {string} key */
function answerOf(page, answer, key) {
  const { words } = page;
  const { explained } = answer;
  const length = anyAsk(explained);
  const open = fill(words[length === 1 ? "open_1" : "open_n"], { count: length });
  const basis = [explained.basis, answer.accepted, explained.settled];
  return [
    brief(answer),
    make("p", { class: "cl-quiet-line" }, basis.filter(Boolean).join(" ")),
    length ? fold(`${key} open`, open, true, stillToAsk(explained, words)) : null,
    explained.reasons.length ? fold(`${key} reasons`, words.reasons_title, true, explained.reasons.map(reason)) : null,
    explained.also.length ? fold(`${key} also`, words.also_title, false, others(explained.also)) : null,
    explained.why_not.length ? fold(`${key} why not`, words.why_not_title, false, others(explained.why_not)) : null,
    explained.changes.length ? fold(`${key} changes`, words.changes_title, false, explained.changes.map(change)) : null,
    explained.given.length ? fold(`${key} given`, words.given_title, false, given(explained.given)) : null,
  ];
}

/** @param {EditorPage} page */
function twinAnswers(page) {
  const { view, words } = page;
  /** @param {EditorView["twins"][number]} twin @param {number} number */
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
  return view.twins.length ? [part("twins", words.twin_answers, words.twin_answers, view.twins.map(one))] : [];
}

// What each decision point tells of the safety questions by then.
/** @param {EditorPage} page */
function safety(page) {
  const { view, words } = page;
  const told = view.points.filter((point) => point.safety.length);
  /** @param {EditorView["points"][number]} point */
  const one = (point) => {
    const title = told.length > 1 ? make("p", { class: "cl-at-point" }, point.heading) : null;
    return make("div", { class: "cl-answer-part" }, title, list(point.safety));
  };
  const about = make("p", { class: "cl-quiet-line" }, words.safety_about);
  return told.length ? [part("safety", words.safety, words.safety_short, about, told.map(one))] : [];
}

/** @param {PointAnswer} answer */
function brief(answer) {
  return [
    make("h4", { class: "cl-level" }, answer.explained.level),
    make("p", { class: answer.agrees ? "cl-agrees" : "cl-differ" }, answer.says),
  ];
}

/** @param {EditorPage} page */
function found(page) {
  const { view, words, bank } = page;
  const hits = view.hits.map((hit) => ({ ...hit, says: `${words[hit.severity]}: ${hit.says}` }));
  const short = hits.length ? fill(words.lint_n, { count: hits.length }) : words.lint_0;
  return part(
    "lint",
    words.lint,
    short,
    hits.length ? placesList(page, "hit", hits, (hit) => release(page, hit)) : make("p", {}, words.lint_none),
    fold("looked", words.lint_about, !hits.length, make("p", { class: "cl-quiet-line" }, bank.looked_for)),
  );
}

// An author may know that what lint calls an error points to nobody.
/** @param {EditorPage} page @param {Hit} hit */
function release(page, { words, releases }) {
  if (!releases || !words) return null;
  const letStand = () => {
    page.draft.released = [...new Set([...page.draft.released, words])];
    changed(page);
    page.save.focus(); // the button that was pressed goes, and saving is what comes next
  };
  const about = [page.words.let_stand, unseen(` “${words}”`)];
  return make("p", { class: "cl-line" }, quietly(about, letStand), make("small", {}, releases));
}

// The story as a trainee reads it: each sentence can be marked there, and nothing tells which of them decide.
/** @param {EditorPage} page */
function trainees(page) {
  const { view, words } = page;
  /** @param {EditorView["points"][number]} told */
  const point = (told) => [make("h5", {}, told.heading), story(told.prose, told.glossary), glossary(told, words)];
  const title = make("h4", { class: "cl-trainee-title" }, view.title || words.untitled);
  const sheet = make("div", { class: "cl-sheet" }, title, view.points.map(point));
  return part("trainee", words.trainee, words.trainee_short, sheet);
}
