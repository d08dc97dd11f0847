// Words of a story that its glossary explains, found where they stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../lib/carelevel/widgets/shared/story.js";

const TERMS = [
  { word: "stall", meaning: "a table" },
  { word: "market stall", meaning: "a table outdoors" },
  { word: "co-op (west)", meaning: "a shop" },
];
const found = (text) => pieces(text, TERMS).map(({ text, meaning }) => (meaning ? [text, meaning] : text));

for (const [text, read] of [
  ["Her Stall is small.", ["Her ", ["Stall", "a table"], " is small."]],
  [
    "At the market  stall, a stall.",
    ["At the ", ["market  stall", "a table outdoors"], ", a ", ["stall", "a table"], "."],
  ],
  ["They stalled; an installation.", ["They stalled; an installation."]],
  ["The co-op (west)", ["The ", ["co-op (west)", "a shop"]]],
  ["", []],
])
  test(`“${text}”`, () => assert.deepEqual(found(text), read));

test("a story without a glossary is one piece", () => {
  assert.deepEqual(pieces("A stall.", []), [{ text: "A stall.", meaning: "" }]);
});
