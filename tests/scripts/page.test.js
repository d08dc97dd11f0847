// The model that a face's script gets in the browser edition behaves as anywidget's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { faceModel } from "../../lib/carelevel/page/scripts/model.js";

function opened(state = {}) {
  const sent = [];
  return { sent, ...faceModel(state, (content, buffers) => sent.push([content, buffers])) };
}

test("each name that changes is told with its value, then that something has changed, once", () => {
  const { model, change } = opened({ view: 1, answered: 1 });
  const heard = [];
  model.on("change:view", (_model, value) => heard.push(["view", value]));
  model.on("change:answered", (_model, value) => heard.push(["answered", value]));
  model.on("change", () => heard.push([model.get("view"), model.get("answered")]));
  change({ view: 2, answered: 3 });
  assert.deepEqual(heard, [
    ["view", 2],
    ["answered", 3],
    [2, 3],
  ]);
});

test("a listener that was taken away hears nothing, and one that leaves while it is told disturbs no other", () => {
  const { model, change } = opened();
  const heard = [];
  const leaving = () => {
    heard.push("leaving");
    model.off("change", leaving);
  };
  model.on("change", leaving);
  model.on("change", () => heard.push("staying"));
  change({ view: 1 });
  change({ view: 2 });
  model.off("change", () => {});
  assert.deepEqual(heard, ["leaving", "staying", "staying"]);
});

test("a message goes out with its buffers, or with none, and comes in with views of them", () => {
  const { model, sent, message } = opened();
  const buffer = new ArrayBuffer(2);
  model.send({ do: "load" }, undefined, [buffer]);
  model.send({ do: "next" });
  assert.deepEqual(sent, [
    [{ do: "load" }, [buffer]],
    [{ do: "next" }, []],
  ]);
  const heard = [];
  model.on("msg:custom", (content, buffers) =>
    heard.push(content, buffers[0] instanceof DataView, buffers[0].getInt8(0)),
  );
  message({ file: "a" }, [new Uint8Array([7])]);
  assert.deepEqual(heard, [{ file: "a" }, true, 7]);
});
