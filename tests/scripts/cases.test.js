// The table of cases, narrowed down by words and choices.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../lib/carelevel/widgets/review/cases.js";

const row = { about: "The late bus late-bus Support has strong support", levels: ["low", "high"], difficulty: 2 };
const case_ = { ...row, status: "in_use", has_hits: false };

for (const [search, filters, fitting] of [
  ["", {}, true],
  ["BUS strong", {}, true],
  ["bus weak", {}, false],
  ["", { levels: "high" }, true],
  ["", { levels: "middle" }, false],
  ["", { difficulty: "2", status: "in_use", levels: "" }, true],
  ["", { difficulty: "1" }, false],
  ["", { status: "retired" }, false],
  ["", { has_hits: "true" }, false],
  ["late", { has_hits: "true" }, false],
])
  test(`a row fits “${search}” and ${JSON.stringify(filters)}: ${fitting}`, () => {
    assert.equal(fits(case_, { search, filters, column: 0, down: false }), fitting);
  });
