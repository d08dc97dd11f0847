// Time for a decision does not count while nobody sees the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { awayClock } from "../../lib/carelevel/widgets/shared/away.js";

test("what counts as away is when the page was hidden since the question is shown", (context) => {
  const page = new EventTarget();
  page.hidden = true;
  globalThis.document = page;
  let now = 0;
  context.mock.method(performance, "now", () => now);
  /** @param {number} seconds @param {boolean} hidden */
  const after = (seconds, hidden) => {
    now += seconds * 1000;
    page.hidden = hidden;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  const clock = awayClock();
  after(467, false);
  assert.equal(clock.seconds(), 467);
  clock.begin();
  after(20, true);
  after(100, false);
  after(5, true);
  now += 1000;
  assert.equal(clock.seconds(), 101);
  clock.stop();
});
