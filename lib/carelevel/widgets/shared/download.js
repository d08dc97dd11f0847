// A file that the kernel sends packed, saved by the page that asked for it.

import { make } from "./dom.js";

/** @import { SentFile } from "./view.js" */

const KEEP_MS = 60_000; // so long a browser may take to begin a download

/** @param {HTMLElement} root @param {SentFile} sent @param {BlobPart} packed */
export async function saveFile(root, { file, type }, packed) {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const content = await new Response(unpacked).arrayBuffer();
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href, download: file, hidden: true });
  root.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), KEEP_MS);
}
