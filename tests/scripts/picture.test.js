// The projected picture: its type as large as it goes, its clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, timeSays } from "../../lib/carelevel/scripts/picture.js";
import { fill } from "../../lib/carelevel/scripts/saying.js";
import { wait } from "../../lib/carelevel/scripts/waiting.js";

// A picture whose story is so many pixels high at type of 44, on a screen of 700.
function pictured(height) {
  const columns = { className: "columns" };
  const size = () => Number(columns.className.match(/s(\d+)$/)[1]);
  const story = { clientHeight: 700, get scrollHeight() { return (height * size()) / 44; } }; // biome-ignore format: a line
  const known = { ".columns": columns, ".columns > :first-child": story };
  return { columns, querySelector: (selector) => known[selector] };
}

for (const [height, size] of [
  [500, 44],
  [700, 44],
  [701, 42],
  [1000, 30],
  [1540, 20],
  [9000, 20],
])
  test(`a story that is ${height} high in the largest type stands in type of ${size}`, () => {
    const picture = pictured(height);
    fit(picture);
    assert.equal(picture.columns.className, `columns s${size}`);
  });

test("a picture without a story is left alone", () => {
  fit({ querySelector: () => null });
});

test("the time that is left counts whole seconds up, and ends in words", () => {
  const words = { left: "{minutes}:{seconds} left", over: "over" };
  const says = [120_000, 119_001, 61_000, 9_400, 1, 0, -5].map((ms) => timeSays(ms, words));
  assert.deepEqual(says, ["2:00 left", "2:00 left", "1:01 left", "0:10 left", "0:01 left", "over", "over"]);
});

test("slots are filled where there is something for them", () => {
  assert.equal(fill("{a} and {b} of {a}", { a: 0, c: 1 }), "0 and {b} of 0");
});

test("what is waited for comes in its time, and not once the waiting has stopped", async () => {
  const done = [];
  const steps = [
    { after: 30, done: () => done.push("silent") },
    { after: 1, done: () => done.push("slow") },
  ];
  const stop = wait(...steps);
  stop();
  await new Promise((passed) => wait({ after: 40, done: passed }, ...steps));
  assert.deepEqual(done, ["slow", "silent"]);
});
