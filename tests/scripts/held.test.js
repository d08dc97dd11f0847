// What a page holds outlives it, under its own name, and nothing breaks where a browser keeps nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { held, hold, letGo } from "../../lib/carelevel/widgets/shared/held.js";

test("what is held is there for the next page of the same name until it is let go", () => {
  const kept = new Map();
  globalThis.sessionStorage = {
    setItem: (name, text) => kept.set(name, text),
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
  };
  hold("card wren 1", { marked: [2] });
  hold("card wren 2", { marked: [] });
  assert.deepEqual(held("card wren 1"), { marked: [2] });
  assert.equal(held("card owl 1"), null);
  letGo("card wren 1");
  assert.equal(held("card wren 1"), null);
  assert.equal(kept.size, 1);
});

test("a browser that keeps nothing, or something torn, is as good as nothing held", () => {
  globalThis.sessionStorage = undefined;
  hold("a", 1);
  letGo("a");
  assert.equal(held("a"), null);
  globalThis.sessionStorage = { getItem: () => "{" };
  assert.equal(held("a"), null);
});
