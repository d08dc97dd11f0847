// The packed parts of the file: whether all are there, and what is in one.

/** @import { About, Tell } from "./page.js" */

/** @param {string} name */
function packed(name) {
  return document.getElementById(`part-${name}`)?.textContent ?? "";
}

// Whether the file ends where it should; a part that is damaged is noticed when it is unpacked.
/** @param {About} about */
export function isWhole({ parts }) {
  return Object.entries(parts).every(([name, length]) => packed(name).length === length);
}

// Every part of the file, and *tell* is told how far it is.
/** @param {About} about @param {Tell} tell @returns {Promise<Record<string, Response>>} */
export async function unpackParts({ parts }, tell) {
  const names = Object.keys(parts);
  /** @type {Record<string, Response>} */
  const all = {};
  for (const [number, name] of names.entries()) {
    await tell("step_unpack", number / names.length);
    all[name] = await unpacked(new Response(bytes(packed(name))));
    document.getElementById(`part-${name}`)?.remove(); // its text is needed no more
  }
  return all;
}

// All of it at once, so that damage is noticed here: Python's loader would wait for ever.
/** @param {Response} response */
export async function unpacked(response) {
  const stream = /** @type {ReadableStream} */ (response.body).pipeThrough(new DecompressionStream("gzip"));
  const content = await new Response(stream).arrayBuffer();
  return new Response(content, { headers: { "Content-Type": "application/wasm" } });
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
export function bytes(base64) {
  const text = atob(base64);
  const content = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) content[at] = text.charCodeAt(at);
  return content;
}

/** @param {ArrayBuffer | ArrayBufferView} content @returns {Promise<string>} */
export async function base64(content) {
  const reader = new FileReader();
  const read = new Promise((resolve) => {
    reader.onload = resolve;
  });
  reader.readAsDataURL(new Blob([/** @type {ArrayBuffer} */ (content)]));
  await read;
  const address = /** @type {string} */ (reader.result);
  return address.slice(address.indexOf(",") + 1);
}
