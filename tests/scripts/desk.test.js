// What the editor has said stands until its author changes something, whatever the kernel answers meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, sendLater } from "../../lib/carelevel/widgets/editor/desk.js";

/** A page that has just said something of the draft. */
function saying() {
  const message = {
    hidden: false,
    parts: ["A mark has gone."],
    replaceChildren: (...parts) => {
      message.parts = parts;
    },
  };
  // The kernel is at work, so that nothing is sent when the pause is over.
  return { own: true, message, live: {}, view: { name: "wren" }, draft: { points: [] }, waiting: () => {} };
}

test("an answer to an earlier change leaves standing what was said since, and a change of the author's does not", () => {
  const page = saying();
  sendLater(page);
  assert.deepEqual([page.own, page.message.hidden, page.message.parts], [true, false, ["A mark has gone."]]);
  changed(page);
  assert.deepEqual([page.own, page.message.hidden, page.message.parts], [false, true, []]);
});
