// The cases of a bank: a table that sorts, is searched and filtered, and what can be done with each case.

import { fill } from "../../scripts/saying.js";
import { add, filledLater, find, focused, make, seen, unseen } from "../shared/dom.js";
import { button, labelAbove, line, lineForm, list, options, quietly, submit } from "../shared/elements.js";
import { announce, ask, follow, openPage, put } from "../shared/kernel.js";
import { hasWords } from "../shared/search.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { CasesPage, Chosen } from "./page.js" */
/** @import { CaseRow, CasesView } from "./view.js" */

const SCREEN = 15; // so many rows fill one

/** @param {RenderProps} props */
function render({ model, el }) {
  /** @type {CasesPage} */
  const page = openPage(model, "cl-page cl-review", model.get("words").cases_label);
  page.body = make("div", {});
  page.chosen = { search: "", column: 0, down: false, filters: {} };
  page.heard = ({ kind, says }) => {
    if (kind === "desk") leadOn(page, says);
    page.message.scrollIntoView({ block: "nearest" }); // what was pressed may stand far below it
  };
  page.root.append(page.live, page.message, page.body);
  return follow(page, el, showCases);
}

// The case lies on the desk of another notebook: its page is a press away.
/** @param {CasesPage} page @param {string} says */
function leadOn(page, says) {
  const { words, view } = page;
  const link = make("a", { href: view.editor, target: "_blank", rel: "noopener" }, words.cases_editor);
  put(page, [`${says} `, link, words.cases_editor_then]);
}

/** @param {CasesPage} page */
function showCases(page) {
  const { view, body, shown } = page;
  if (shown && told(shown) === told(view)) return;
  page.shown = view;
  const open = focused()?.closest("tr")?.dataset.id;
  const { says, lists, columns, rows, about } = view;
  body.replaceChildren(make("p", {}, says));
  lists.forEach(({ title, lines }) => body.append(named(title, lines)));
  if (rows.length) body.append(table(page, columns, rows, shown ? rows.length : SCREEN));
  about.forEach((text) => body.append(make("p", { class: "cl-small" }, text)));
  if (open) find(body, `tr[data-id="${CSS.escape(open)}"] button`)?.focus();
}

/** @param {CasesView} view */
function told(view) {
  return JSON.stringify({ ...view, message: null });
}

/** @param {string} title @param {string[]} lines */
function named(title, lines) {
  return make("section", { class: "cl-found" }, make("h3", {}, title), list(lines));
}

// Of the rows *first* come at once, the others when those have been painted.
/** @param {CasesPage} page @param {string[]} columns @param {CaseRow[]} rows @param {number} first */
function table(page, columns, rows, first) {
  const { words, chosen } = page;
  /** @type {Map<CaseRow, HTMLElement>} */
  const made = new Map();
  /** @param {CaseRow} row */
  const rowOf = (row) => {
    const element = made.get(row) ?? caseRow(page, row, columns);
    element.hidden = !fits(row, chosen);
    made.set(row, element);
    return element;
  };
  const body = make("tbody", {});
  /** @param {number} [most] */
  const show = (most) => add(body, sorted(rows, chosen.column, chosen.down).slice(0, most).map(rowOf));
  const mark = () => {
    heads.forEach((one) => one.removeAttribute("aria-sort"));
    heads[chosen.column].setAttribute("aria-sort", chosen.down ? "descending" : "ascending");
  };
  const heads = columns.map((column, place) => {
    const press = () => {
      chosen.down = chosen.column === place && !chosen.down;
      chosen.column = place;
      mark();
      show();
      announce(page, fill(words.cases_sorted, { column }));
    };
    return make("th", { scope: "col" }, button(column, press, { class: "cl-sort" }));
  });
  const count = make("p", { class: "cl-small" });
  const tell = () => {
    const fitting = rows.filter((row) => fits(row, chosen)).length;
    count.textContent = fill(words.cases_shown, { count: fitting, all: rows.length });
  };
  const filter = () => {
    for (const [row, element] of made) element.hidden = !fits(row, chosen);
    tell();
    announce(page, count.textContent);
  };
  mark();
  tell();
  show(first);
  if (first < rows.length) seen(show);
  const caption = make("caption", {}, unseen(words.cases_label));
  const head = make("thead", {}, make("tr", {}, heads));
  return make("div", { class: "cl-cases" }, filters(page, filter), count, make("table", {}, caption, head, body));
}

// What narrows the table down: words, and a choice for each part of a row.
/** @param {CasesPage} page @param {() => void} filter */
function filters(page, filter) {
  const { words, chosen, view } = page;
  const search = make("input", { type: "search", value: chosen.search });
  search.addEventListener("input", () => {
    chosen.search = search.value;
    filter();
  });
  const choices = view.filters.map(({ part, name, options: offered }) => {
    const now = chosen.filters[part] ?? "";
    const choices = offered.map(({ value, name }) => ({ value, name, chosen: value === now }));
    const select = make("select", {}, options(choices, words.cases_any));
    select.addEventListener("change", () => {
      chosen.filters[part] = select.value;
      filter();
    });
    return labelAbove(name, select);
  });
  return make(
    "div",
    { class: "cl-filters", title: words.cases_search_about },
    labelAbove(words.cases_search, search),
    choices,
  );
}

// Whether a row has every word that was typed, and all that was chosen.
/** @param {CaseRow} row @param {Chosen} chosen */
export function fits(row, { search, filters }) {
  /** @param {[string, string]} choice */
  const has = ([part, wanted]) => !wanted || [/** @type {any} */ (row)[part]].flat().map(String).includes(wanted);
  return hasWords(row.about, search) && Object.entries(filters).every(has);
}

/** @param {CasesPage} page @param {CaseRow} row @param {string[]} columns */
function caseRow(page, row, columns) {
  const { id, cells, says } = row;
  const [title, ...others] = cells;
  const column = columns.slice(1).map((name) => make("span", { class: "cl-column", "aria-hidden": "true" }, name));
  const data = others.map(({ text }, place) => make("td", {}, column[place], text));
  const status = says && make("small", { class: "cl-case-status" }, says);
  const name = make(
    "th",
    { scope: "row", "aria-label": title.text },
    title.text,
    make("small", {}, id),
    status,
    actions(page, row),
  );
  return make("tr", { "data-id": id }, name, data);
}

// What can be done with a case; who it is done to is told to those who hear it only.
/** @param {CasesPage} page @param {CaseRow} row */
function actions(page, { id, title, status, groups }) {
  const { words } = page;
  const about = unseen(` “${title}”`);
  /** @param {string} says @param {string} step */
  const step = (says, step) => quietly([says, about.cloneNode(true)], () => ask(page, { do: step, case: id }));
  const retired = status === "retired";
  const fold = filledLater(words.cases_do, () => [
    line(
      step(words.cases_duplicate, "duplicate"),
      step(words.cases_file, "file"),
      retired ? step(words.cases_restore, "restore") : step(words.cases_retire, "retire"),
    ),
    renaming(page, id, title),
    groups && make("small", {}, groups),
  ]);
  return make("div", { class: "cl-do" }, step(words.cases_write, "write"), fold);
}

/** @param {CasesPage} page @param {string} id @param {string} title */
function renaming(page, id, title) {
  const { words } = page;
  const name = make("input", { type: "text", value: title });
  const file = make("input", { type: "text", value: id, class: "cl-code", spellcheck: "false" });
  const rename = () => ask(page, { do: "rename", case: id, to: file.value, title: name.value });
  const about = make("small", {}, words.cases_id_about);
  return lineForm(
    rename,
    labelAbove(words.cases_title, name),
    labelAbove(words.cases_id, file),
    about,
    submit(words.cases_rename),
  );
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
