// The packed parts of the file: whether all are there, and what is in one.

/** @import { About } from "./page.js" */

/** @param {string} name */
function packed(name) {
  return document.getElementById(`part-${name}`)?.textContent ?? "";
}

// Whether the file ends where it should; a part that is damaged is noticed when it is unpacked.
/** @param {About} about */
export function isWhole({ parts }) {
  return Object.entries(parts).every(([name, length]) => packed(name).length === length);
}

/** @param {string} name @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function unpack(name) {
  const stream = new Blob([bytes(packed(name))]).stream().pipeThrough(new DecompressionStream("gzip"));
  const content = await new Response(stream).arrayBuffer();
  document.getElementById(`part-${name}`)?.remove(); // its text is needed no more
  return new Uint8Array(content);
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
