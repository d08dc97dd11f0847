// What a facilitator prepares while the kernel does not answer is asked again of the next kernel's card.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askAgain, askHeld, letGoOfAnswered } from "../../lib/carelevel/widgets/presenter/unanswered.js";

const kept = new Map();
globalThis.sessionStorage = {
  setItem: (name, text) => kept.set(name, text),
  getItem: (name) => kept.get(name) ?? null,
  removeItem: (name) => kept.delete(name),
};

// A page of the card, bare; what it sends is in *sent*, what it says itself in *said*.
function page(stage = "setup") {
  const sent = [];
  const said = [];
  return {
    sent,
    said,
    me: "page",
    turn: 0,
    slow: [],
    patience: 1,
    unanswered: [],
    tookUp: false,
    view: { stage },
    words: { held: "Here again." },
    answered: { by: "", turn: 0 },
    live: {},
    model: { send: (message) => sent.push(message.do) },
    message: { replaceChildren: (...parts) => said.push(parts.join("")) },
    waiting: null,
  };
}

function answer(card) {
  card.waiting?.();
  card.answered = { by: "page", turn: card.turn };
  letGoOfAnswered(card);
}

test("what is not answered is held once, and asked again by the next page, which says so when it is answered", () => {
  const first = page();
  askHeld(first, { do: "settle", name: "marks", value: true });
  answer(first);
  assert.equal(kept.size, 0);
  for (const _ of [1, 2]) askHeld(first, { do: "add", case: "dock" });
  askHeld(first, { do: "open" });
  first.waiting();
  const next = page();
  askAgain(next);
  assert.deepEqual([next.sent, next.said], [["add"], []]);
  answer(next);
  assert.deepEqual([next.said, kept.size], [["Here again."], 0]);
});

test("nothing is asked again where a room is open by then", () => {
  const first = page();
  askHeld(first, { do: "add", case: "dock" });
  first.waiting();
  const room = page("room");
  askAgain(room);
  assert.deepEqual([room.sent, kept.size], [[], 0]);
});
