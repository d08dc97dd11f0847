// The cases of a bank: a table whose columns sort.

import { fill } from "../../scripts/saying.js";
import { add, findAll, folded, make, unseen } from "../shared/dom.js";
import { button, list } from "../shared/elements.js";
import { openPage } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { CaseRow, CasesView } from "./view.js" */
/** @import { Words } from "../shared/view.js" */

/** @param {RenderProps} props */
function render({ model, el }) {
  /** @type {CasesView} */
  const { says, lists, columns, rows, about } = model.get("view");
  const { live, root, words } = openPage(model, "cl-page cl-review", model.get("words").cases_label);
  root.append(live, make("p", {}, says));
  lists.forEach(({ title, lines }) => root.append(named(title, lines)));
  if (rows.length) root.append(table(columns, rows, words, live));
  about.forEach((text) => root.append(make("p", { class: "cl-small" }, text)));
  el.append(root);
}

/** @param {string} title @param {string[]} lines */
function named(title, lines) {
  return make("section", { class: "cl-found" }, make("h3", {}, title), list(lines));
}

/** @param {string[]} columns @param {CaseRow[]} rows @param {Words} words @param {HTMLElement} live */
function table(columns, rows, words, live) {
  const shown = rows.map((row) => caseRow(row, columns, words));
  const body = make("tbody", {}, shown);
  const heads = columns.map((column, place) => {
    const press = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(body, rows, place, down);
      live.textContent = fill(words.cases_sorted, { column });
    };
    const head = make("th", { scope: "col" }, button(column, press, { class: "cl-sort" }));
    return head;
  });
  heads[0].setAttribute("aria-sort", "ascending");
  sort(body, rows, 0, false);
  const caption = make("caption", {}, unseen(words.cases_label));
  const head = make("thead", {}, make("tr", {}, heads));
  return make("div", { class: "cl-cases" }, make("table", {}, caption, head, body));
}

/** @param {CaseRow} row @param {string[]} columns @param {Words} words */
function caseRow({ id, groups, cells }, columns, words) {
  const [title, ...others] = cells;
  const column = columns.slice(1).map((name) => make("span", { class: "cl-column", "aria-hidden": "true" }, name));
  const data = others.map(({ text }, place) => make("td", {}, column[place], text));
  const portrays = groups && folded(words.cases_portrays, {}, make("small", {}, groups));
  const name = make("th", { scope: "row" }, title.text, make("small", {}, id), portrays);
  return make("tr", { "data-id": id }, name, data);
}

/** @param {HTMLElement} body @param {CaseRow[]} rows @param {number} place @param {boolean} down */
function sort(body, rows, place, down) {
  const shown = findAll(body, "tr");
  const order = sorted(rows, place, down).map(({ id }) => shown.find((row) => row.dataset.id === id));
  add(body, order);
}

// By the cells of one column; rows alike there stay in their order, or in its reverse.
/** @param {CaseRow[]} rows @param {number} place @param {boolean} down */
export function sorted(rows, place, down) {
  /** @param {CaseRow} row */
  const by = (row) => row.cells[place].by;
  const order = [...rows].sort((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
  return down ? order.reverse() : order;
}

export default { render };
