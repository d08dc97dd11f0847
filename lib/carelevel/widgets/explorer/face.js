// The explorer: findings on one side, the answer on the other. It shows `view` and sends what a reader changes.

import { fill } from "../../scripts/saying.js";
import { add, folded, make, seen, uniqueId } from "../shared/dom.js";
import { button, header, labelBefore, options, quietly } from "../shared/elements.js";
import { explanation } from "../shared/explain.js";
import { announce, follow, openPage, send } from "../shared/kernel.js";
import { besides, foremost, redFlags } from "../shared/safety.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { ExplorerPage } from "./page.js" */
/** @import { ExplorerView, FindingGroup, Preset, Rung } from "./view.js" */
/** @import { Asked } from "../shared/page.js" */
/** @import { OfferedFinding, Words } from "../shared/view.js" */

const UNFOLDED = 2; // what is asked of everybody, and what can move the level
const PATIENCE_MS = 6000; // after so long without an answer the page says that the kernel is silent

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {ExplorerPage} */
  const page = openPage(model, "cl-explorer", words.explorer, PATIENCE_MS);
  page.selects = new Map();
  page.answer = make("div", { class: "cl-answer", role: "region", "aria-label": words.answer });
  page.root.append(
    page.live,
    header(model.get("bank").notice),
    start(page),
    page.message,
    make("div", { class: "cl-halves" }, form(page), page.answer),
  );
  return follow(page, el, showAnswer);
}

// What a reader sets

/** @param {ExplorerPage} page */
function start(page) {
  const { model, words } = page;
  /** @type {Preset[]} */
  const presets = model.get("bank").presets;
  const load = () => page.preset.value && set(page, { do: "load", ...presets[Number(page.preset.value)] });
  const titles = presets.map(({ title }, number) => ({ value: number, name: title }));
  page.preset = make("select", { onchange: load }, options(titles, words.preset_none));
  const clear = () => {
    page.preset.value = "";
    set(page, { do: "clear" });
  };
  return make(
    "div",
    { class: "cl-line cl-start" },
    presets.length ? labelBefore(words.preset, page.preset) : null,
    button(words.clear, clear),
  );
}

// The first group fills a screen and is painted before those below it.
/** @param {ExplorerPage} page */
function form(page) {
  const { model } = page;
  /** @type {FindingGroup[]} */
  const groups = model.get("bank").groups;
  const asked = groups.filter((group) => group.findings.length);
  page.count = make("p", { class: "cl-count" });
  page.standing = make("b", {});
  const toAnswer = quietly(page.words.to_answer, () => page.answer.scrollIntoView({ block: "start" }));
  const soFar = make("p", { class: "cl-so-far" }, page.standing, " ", toAnswer);
  const below = () => {
    soFar.before(...asked.slice(1).flatMap((group, number) => grouped(page, group, number + 1)));
    showChosen(page);
  };
  seen(below);
  return make(
    "form",
    { class: "cl-findings", onsubmit: (event) => event.preventDefault() },
    page.count,
    asked.slice(0, 1).map((group) => grouped(page, group, 0)),
    soFar,
  );
}

/** @param {ExplorerPage} page @param {FindingGroup} group @param {number} place @returns {HTMLElement[]} */
function grouped(page, group, place) {
  if (place < UNFOLDED) return [make("h3", {}, group.title), fields(page, group)];
  return [folded(group.title, { class: "cl-group" }, fields(page, group))];
}

/** @param {ExplorerPage} page @param {FindingGroup} group */
function fields(page, group) {
  const all = group.findings.map((finding) => field(page, finding));
  return make("div", { class: "cl-fields", role: "group", "aria-label": group.title }, all);
}

/** @param {ExplorerPage} page @param {OfferedFinding} finding */
function field(page, finding) {
  const { words } = page;
  const hint = make("span", { class: "cl-ask", id: uniqueId() }, finding.ask);
  const values = finding.values.map(({ id, says }) => ({ value: id, name: says }));
  const select = make("select", { "aria-describedby": hint.id }, options(values, words.not_stated));
  const changed = () => set(page, { do: "set", finding: finding.id, value: select.value || null });
  select.addEventListener("change", changed);
  page.selects.set(finding.id, select);
  const id = (select.id = uniqueId());
  return make("div", { class: "cl-field" }, make("label", { for: id }, finding.name), " ", hint, select);
}

/** @param {ExplorerPage} page @param {Asked} message */
function set(page, message) {
  showStated(page);
  send(page, message);
}

// What the kernel answers

/** @param {ExplorerPage} page @param {boolean} waited */
function showAnswer(page, waited) {
  const { view } = page;
  showChosen(page);
  page.standing.textContent = isKnown(view) ? fill(page.words.so_far, { level: view.level }) : view.level;
  const open = openFolds(page.answer);
  page.answer.replaceChildren();
  add(page.answer, answer(page, view));
  for (const fold of page.answer.querySelectorAll("details")) fold.open = open.has(foldName(fold));
  if (!waited) return;
  const says = isKnown(view) ? [view.level, view.accepted, view.explained.settled] : [view.level];
  announce(page, says.filter(Boolean).join(". "));
}

/** @param {ExplorerPage} page */
function showChosen(page) {
  for (const [finding, select] of page.selects) select.value = page.view.findings[finding] ?? "";
  showStated(page);
}

/** @param {ExplorerPage} page */
function showStated(page) {
  let count = 0;
  for (const select of page.selects.values()) {
    const stated = select.value !== "";
    select.parentElement?.classList.toggle("cl-stated", stated);
    count += stated ? 1 : 0;
  }
  page.count.textContent = fill(page.words[`stated_${count > 1 ? "n" : count}`], { count });
}

// A fold that was open stays open while the answer changes around it.
/** @param {Element} element */
function openFolds(element) {
  return new Set([...element.querySelectorAll("details[open]")].map(foldName));
}

/** @param {Element} fold */
function foldName(fold) {
  return fold.querySelector("summary")?.textContent;
}

/** @param {ExplorerPage} page @param {ExplorerView} view */
function answer(page, view) {
  const { words } = page;
  if (!isKnown(view)) {
    const safety = [foremost(view.explained, words), besides(view.explained, words)];
    return [make("h3", {}, view.level), make("p", {}, words.nothing_known), safety];
  }
  return [
    make("h3", {}, view.level),
    make("p", { class: "cl-summary" }, view.explained.summary, view.accepted ? ` ${view.accepted}` : ""),
    redFlags(view.explained, words),
    foremost(view.explained, words),
    view.referred ? null : ladder(view, words),
    explanation(view.explained, words),
  ];
}

/** @param {ExplorerView} view */
function isKnown(view) {
  return Object.keys(view.findings).length > 0;
}

/** @param {ExplorerView} view @param {Words} words */
function ladder(view, words) {
  /** @param {Rung} one */
  const rung = ({ place, possible, begins, ends, name, says }) => {
    const range = possible ? [begins && "top", ends && "foot"].filter(Boolean).join(" ") : null;
    const attributes = { class: `cl-rung cl-rung-${place}`, "data-range": range };
    return make("li", attributes, make("b", {}, name), " ", make("span", {}, says));
  };
  return make("ol", { class: "cl-ladder", reversed: true, "aria-label": words.ladder }, view.rungs.map(rung));
}

export default { render };
