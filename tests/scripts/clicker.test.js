// Keys of clickers and keyboards, on the card and in the window of a second screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askedBy, askedFrom, handOn, isOfClickers, listenTo, sizeFrom } from "../../lib/carelevel/scripts/clicker.js";

// A window that hears what a test fires in it, and that other windows write to.
function opened() {
  const heard = {};
  const fire = (name, event) => heard[name](event);
  return {
    heard,
    innerWidth: 1024,
    innerHeight: 768,
    fire,
    addEventListener: (name, hears) => {
      heard[name] = hears;
    },
    press(key, more = {}) {
      const event = { key, repeat: false, taken: false, ...more, preventDefault: () => (event.taken = true) };
      fire("keydown", event);
      return event.taken;
    },
  };
}

test("every key of common clickers asks for something, in either case, and none with a modifier but Shift", () => {
  const keys = ["PageDown", "PageUp", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", " ", "b", "B", ".", "F5"];
  const asked = keys.map((key) => askedBy({ key, shiftKey: true }));
  const turns = ["forward", "back", "forward", "back", "forward", "back", "forward"];
  assert.deepEqual(asked, [...turns, "blank", "blank", "blank", "full"]);
  assert.equal(askedBy({ key: "Escape" }), "leave");
  for (const held of ["ctrlKey", "metaKey", "altKey"])
    assert.equal(askedBy({ key: "PageDown", [held]: true }), undefined);
  assert.equal(askedBy({ key: "x" }), undefined);
  assert.deepEqual(["PageUp", "F5", "Escape", "b", " ", "ArrowLeft"].map((key) => isOfClickers({ key })), [true, true, true, false, false, false]); // biome-ignore format: a line
});

test("a second screen hands its keys to the card that listens, and none before; full screen is its own", () => {
  const screen = opened();
  const [told, full] = [[], []];
  globalThis.window = screen;
  handOn(() => full.push(1));
  assert.deepEqual([screen.press("PageDown"), screen.press("F5")], [false, true]);
  const source = { postMessage: (asked, options) => told.push([asked, options.targetOrigin]) };
  listenTo({ postMessage: (data) => screen.fire("message", { data, source, origin: "http://localhost:8888" }) });
  screen.fire("message", { data: "something else", source: null, origin: "http://elsewhere.example" });
  assert.deepEqual(
    [screen.press("b"), screen.press("b", { repeat: true }), screen.press("Escape")],
    [true, true, false],
  );
  const [size, ...keys] = told; // the card's picture takes the window's
  assert.deepEqual(sizeFrom({ data: size[0] }), { width: 1024, height: 768 });
  assert.deepEqual([keys, full], [[["blank", "http://localhost:8888"]], [1]]);
  delete globalThis.window;
});

test("of a window nothing is heard but what a key asks for, and its size", () => {
  for (const data of ["forward", "blank", "joining"]) assert.equal(askedFrom({ data }), data);
  for (const width of [undefined, "a", Number.NaN, 0, 1e9])
    assert.equal(sizeFrom({ data: { width, height: 768 } }), undefined);
  for (const data of ["blank", null, {}]) assert.equal(sizeFrom({ data }), undefined);
  for (const data of ["delete", "__proto__", { do: "end" }, null, 7]) assert.equal(askedFrom({ data }), undefined);
});
