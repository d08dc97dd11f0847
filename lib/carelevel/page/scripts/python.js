// Python: started from its parts, with everything that it imports.

import { fetchParts } from "./site.js";
import { unpackParts } from "./unpack.js";

/** @import { About, Began, Python, Tell } from "./page.js" */

const HERE = "file:///carelevel/"; // where Python believes to be; nothing is asked of it
const SITE = "/lib/python3.14/site-packages";

// *tell* is told of each step: its name, and how much of it is done.
/** @param {About} about @param {Tell} tell @returns {Promise<{ python: Python, began: Began }>} */
export async function startPython(about, tell) {
  const parts = await (about.files ? fetchParts : unpackParts)(about, tell);
  await tell("step_python", 0);
  const { loadPyodide } = await script(await parts.loader.blob());
  const { default: createPyodideModule } = await script(await parts.glue.blob());
  await tell("step_python", 0.1);
  const restore = answerFrom({ "pyodide.asm.wasm": parts.python, "python_stdlib.zip": parts.library });
  /** @type {Python} */
  const python = await loadPyodide({ indexURL: HERE, lockFileContents: about.python, createPyodideModule });
  restore();
  await tell("step_import", 0);
  python.unpackArchive(new Uint8Array(await parts.modules.arrayBuffer()), "zip", { extractDir: SITE });
  /** @type {Began} */
  const began = python.pyimport("carelevel.page.inside.start");
  began.begin();
  const imports = began.IMPORTS.toJs();
  for (const [number, name] of imports.entries()) {
    await tell("step_import", (number + 1) / (imports.length + 1));
    python.pyimport(name);
  }
  return { python, began };
}

/** @param {BlobPart} text */
export async function script(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

// Python's loader asks for its files as if they lay on a host: it gets them from here, and nothing else from anywhere.
/** @param {Record<string, Response>} files */
function answerFrom(files) {
  const asked = globalThis.fetch;
  globalThis.fetch = async (address) => files[String(address).slice(HERE.length)] ?? Response.error();
  return () => {
    globalThis.fetch = asked;
  };
}
