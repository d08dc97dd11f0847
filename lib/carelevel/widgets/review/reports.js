// What trainees reported, case by case; a button beside each report says that it has been dealt with.

import { add, make } from "../shared/dom.js";
import { button, quietly } from "../shared/elements.js";
import { ask, follow, openPage } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { ReportsPage } from "./page.js" */
/** @import { ReportedCase, ReportNote } from "./view.js" */

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {ReportsPage} */
  const page = openPage(model, "cl-review", words.reports);
  page.body = make("div", {});
  page.root.append(page.live, page.message, page.body);
  return follow(page, el, showReports);
}

/** @param {ReportsPage} page */
function showReports(page) {
  const { view, body } = page;
  const shown = JSON.stringify([view.says, view.cases]);
  if (shown === page.shown) return;
  page.shown = shown;
  const focused = document.activeElement?.closest("[data-report]")?.getAttribute("data-report");
  body.replaceChildren();
  add(body, [make("p", {}, view.says), view.cases.map((one) => reported(page, one)), make("p", {}, view.more)]);
  if (focused) /** @type {HTMLElement | null} */ (body.querySelector(`[data-report="${focused}"] button`))?.focus();
}

/** @param {ReportsPage} page @param {ReportedCase} one */
function reported(page, one) {
  const notes = one.notes.map((note) => reportNote(page, note));
  return make("section", { class: "cl-notes" }, make("h3", {}, one.title), make("ul", {}, notes));
}

/** @param {ReportsPage} page @param {ReportNote} note */
function reportNote(page, note) {
  const { words } = page;
  const { report } = note;
  /** @param {string} word */
  const named = (word) => ({ "aria-label": `${word}: ${note.where}` });
  const toggle = note.dealt_with
    ? quietly(words.report_again, () => ask(page, { do: "again", report }), named(words.report_again))
    : button(words.report_deal, () => ask(page, { do: "deal", report }), named(words.report_deal));
  const says = [make("b", {}, note.where, ": "), note.note, " "];
  return make(
    "li",
    { "data-report": report },
    says,
    note.dealt_with ? make("i", {}, note.dealt_with, " ") : null,
    toggle,
  );
}

export default { render };
