// A face's model as anywidget's scripts know it: what Python shows them, and what they tell it.

/** @import { AnyModel } from "@anywidget/types" */
/** @import { FaceModel } from "./page.js" */

// *send* takes a message with its buffers.
/** @param {Record<string, unknown>} state @param {(content: unknown, buffers: ArrayBuffer[]) => void} send */
export function faceModel(state, send) {
  /** @type {Map<string, Set<(...sent: any[]) => unknown>>} */
  const listeners = new Map();
  /** @param {string} name @param {...unknown} sent */
  const emit = (name, ...sent) => {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(...sent);
  };
  /** @type {FaceModel} */
  const model = {
    get: (name) => state[name],
    send: (content, _callbacks, buffers = []) => send(content, /** @type {ArrayBuffer[]} */ (buffers)),
    on: (name, listener) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off: (name, listener) => {
      listeners.get(name)?.delete(listener);
    },
  };
  return {
    model: /** @type {AnyModel} */ (/** @type {unknown} */ (model)),
    /** @param {Record<string, unknown>} changed */
    change(changed) {
      Object.assign(state, changed);
      for (const name of Object.keys(changed)) emit(`change:${name}`, model, changed[name]);
      emit("change", model);
    },
    /** @param {unknown} content @param {Uint8Array<ArrayBuffer>[]} buffers */
    message(content, buffers) {
      emit(
        "msg:custom",
        content,
        buffers.map((buffer) => new DataView(buffer.buffer)),
      );
    },
  };
}
