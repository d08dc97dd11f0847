// The projected picture: its type as large as it goes, its clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, isSmall, timeSays } from "../../lib/carelevel/scripts/picture.js";
import { fill } from "../../lib/carelevel/scripts/saying.js";
import { wait } from "../../lib/carelevel/scripts/waiting.js";

// A column that is so many pixels high in type of 4.4 where it has three fifths of the width, on a screen of 700.
function column(height, className = "", terse = height) {
  const said = {};
  return {
    className,
    said,
    style: { setProperty: (name, value) => { said[name] = Number(value); }, getPropertyValue: (name) => said[name] }, // biome-ignore format: a line
    clientHeight: 700,
    get scrollHeight() {
      const share = className === "beside" ? 5 - said["--share"] : said["--share"];
      const usual = className === "beside" ? 2 : 3;
      const all = this.className.includes("terse") ? terse : height;
      return ((all * said["--type"]) / 4.4) * (usual / share);
    },
  };
}
const pictured = (...columns) => ({
  querySelectorAll: () => columns,
  querySelector: (selector) => (selector === ".answer" ? null : columns[0]),
});
const judged = (...columns) => ({ ...pictured(...columns), querySelector: () => columns[0] });

for (const [height, size] of [
  [500, 4.4],
  [700, 4.4],
  [701, 4.2],
  [1000, 3],
  [1400, 2.2],
  [9000, 2.2],
])
  test(`a story alone that is ${height} high in the largest type stands in type of ${size}`, () => {
    const story = column(height);
    fit(pictured(story));
    assert.equal(story.said["--type"], size);
  });

test("the column that needs more has more of the width, and each the largest type in its own", () => {
  const [story, beside] = [column(500), column(1400, "beside")];
  fit(pictured(story, beside));
  assert.deepEqual([story.said["--share"], story.said["--type"], beside.said["--type"]], [2, 4, 3.2]);
  assert.ok([story, beside].every((one) => one.scrollHeight <= 700));
  assert.equal(story.className, "");
});

test("what does not stand in the smallest type leaves something out, and has it again where it stands", () => {
  const story = column(3000, "", 1000);
  fit(pictured(story));
  assert.deepEqual([story.className, story.said["--type"]], [" terse", 3]);
  const roomier = Object.defineProperty(story, "clientHeight", { value: 2100 });
  fit(pictured(roomier));
  assert.equal(roomier.className, "");
});

test("a story to be judged leaves out what phones tell too, rather than stand in type that the back row finds small", () => {
  const story = column(1200, "", 1000);
  fit(pictured(story));
  assert.deepEqual([story.className, story.said["--type"], isSmall(pictured(story))], [" terse", 3, false]);
  const small = column(1400, "", 1200);
  fit(pictured(small));
  assert.deepEqual([small.className, small.said["--type"], isSmall(pictured(small))], [" terse", 2.4, true]);
  const alike = column(1300);
  fit(pictured(alike));
  assert.deepEqual([alike.className, alike.said["--type"]], ["", 2.2]);
  const told = column(1200, "", 1000);
  fit(judged(told));
  assert.deepEqual([told.className, told.said["--type"], isSmall(judged(told))], ["", 2.4, false]);
});

test("a picture without a story is left alone", () => {
  fit(pictured());
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
