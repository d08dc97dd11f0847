// Tables of a few columns.

import { make } from "../shared/dom.js";
import { columnHeads } from "../shared/elements.js";

// A table whose first column names each row; on a narrow page each cell says its column itself.
/** @param {string[]} names @param {(string | number)[][]} rows */
export function table(names, rows) {
  const body = rows.map(([name, ...cells]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, String(name)),
      cells.map((cell, place) =>
        make("td", {}, make("span", { class: "cl-column", "aria-hidden": "true" }, names[place + 1]), String(cell)),
      ),
    ),
  );
  return make("table", {}, columnHeads(names), make("tbody", {}, body));
}
