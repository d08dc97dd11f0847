// The order of a table's rows, and a story's runs by their sentences.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bySentence } from "../../lib/carelevel/widgets/card/read.js";
import { sorted } from "../../lib/carelevel/widgets/review/cases.js";

const row = (id, ...by) => ({ id, cells: by.map((one) => ({ text: String(one), by: one })) });
const ids = (rows) => rows.map(({ id }) => id).join("");

test("rows sort by the column that is asked for, words and numbers alike, up and down", () => {
  const rows = [row("a", "tide", 9), row("b", "bus", 10), row("c", "market", 2)];
  assert.equal(ids(sorted(rows, 0, false)), "bca");
  assert.equal(ids(sorted(rows, 0, true)), "acb");
  assert.equal(ids(sorted(rows, 1, false)), "cab");
  assert.equal(ids(rows), "abc", "the rows themselves stay as they were");
});

test("rows that are alike in a column stay in their order", () => {
  const rows = [row("a", 1), row("b", 0), row("c", 1), row("d", 0)];
  assert.equal(ids(sorted(rows, 0, false)), "bdac");
});

test("runs of one sentence stand together, and what is between sentences for itself", () => {
  const runs = [0, 0, null, 1, 1, 1, null].map((sentence, at) => ({ at, text: "", sentence, stressed: false }));
  const parts = bySentence(runs).map(({ number, runs: own }) => [number, own.length]);
  assert.deepEqual(parts, [
    [0, 2],
    [null, 1],
    [1, 3],
    [null, 1],
  ]);
});
