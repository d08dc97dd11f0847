// Keeps the record: what Python has not saved yet is written before anything goes on.

import { fill } from "../../scripts/saying.js";
import { WRITTEN_ELSEWHERE, writeRecord } from "./record.js";
import { makeRoom } from "./site.js";

/** @import { Choose, Kept, Session } from "./page.js" */

// *keeps*: whether the browser keeps anything. *download* gives the trainee the answers as a file.
/**
 * @param {Session} session
 * @param {boolean} keeps
 * @param {number} number of the record that was read
 * @param {Record<string, string>} words
 * @param {Choose} choose
 * @param {() => void} download
 * @param {{ held: boolean }} tab whether this tab still has the record
 */
export function keeper(session, keeps, number, words, choose, download, tab) {
  let kept = number;

  /** @param {Kept["files"]} files @returns {Promise<void>} */
  async function write(files) {
    if (!keeps) return;
    while (tab.held) {
      try {
        await writeRecord({ number: kept + 1, files });
        kept += 1;
        return;
      } catch (error) {
        if (await makeRoom()) continue;
        const name = /** @type {DOMException} */ (error)?.name ?? String(error);
        const problem = name === WRITTEN_ELSEWHERE ? words.written_elsewhere : name;
        const buttons = [words.try_again, words.download];
        const chosen = await choose(words.not_kept_title, fill(words.not_kept, { problem }), ...buttons);
        if (chosen === 1) download();
      }
    }
  }

  // Whether all is kept; not where another tab has the record by now.
  return async () => {
    const unsaved = session.unsaved();
    if (unsaved && tab.held) {
      await write(unsaved.toJs({ dict_converter: Object.fromEntries }));
      session.is_saved(unsaved);
    }
    unsaved?.destroy();
    return tab.held;
  };
}
