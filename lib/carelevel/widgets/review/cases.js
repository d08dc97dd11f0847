// The cases of a bank: a table whose columns sort.

import { fill } from "../../scripts/saying.js";
import { make, unseen } from "../shared/dom.js";
import { openPage } from "../shared/kernel.js";

function render({ model, el }) {
  const { says, lists, columns, rows, about } = model.get("view");
  const { live, root, words } = openPage(model, "cl-page cl-review", model.get("words").cases_label);
  root.append(live, make("p", {}, says));
  lists.forEach(({ title, lines }) => root.append(named(title, lines)));
  if (rows.length) root.append(table(columns, rows, words, live));
  about.forEach((text) => root.append(make("p", { class: "cl-small" }, text)));
  el.append(root);
}

function named(title, lines) {
  return make(
    "section",
    { class: "cl-found" },
    make("h3", {}, title),
    make(
      "ul",
      {},
      lines.map((line) => make("li", {}, line)),
    ),
  );
}

function table(columns, rows, words, live) {
  const body = make(
    "tbody",
    {},
    rows.map((row) => caseRow(row, columns)),
  );
  const heads = columns.map((column, place) => {
    const press = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(body, rows, place, down);
      live.textContent = fill(words.cases_sorted, { column });
    };
    const head = make(
      "th",
      { scope: "col" },
      make("button", { type: "button", class: "cl-sort", onclick: press }, column),
    );
    return head;
  });
  heads[0].setAttribute("aria-sort", "ascending");
  sort(body, rows, 0, false);
  return make(
    "div",
    { class: "cl-cases" },
    make("table", {}, make("caption", {}, unseen(words.cases_label)), make("thead", {}, make("tr", {}, heads)), body),
  );
}

function caseRow({ id, cells }, columns) {
  const row = make(
    "tr",
    {},
    cells.map(({ text }, place) =>
      place
        ? make("td", {}, make("span", { class: "cl-column", "aria-hidden": "true" }, columns[place]), text)
        : make("th", { scope: "row" }, text, make("small", {}, id)),
    ),
  );
  row.dataset.id = id;
  return row;
}

function sort(body, rows, place, down) {
  const by = (row) => row.cells[place].by;
  const order = rows.toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
  if (down) order.reverse();
  const shown = new Map([...body.children].map((row) => [row.dataset.id, row]));
  body.append(...order.map(({ id }) => shown.get(id)));
}

export default { render };
