// What a page holds that the kernel has not confirmed yet: kept in the tab's own storage, for the next page of the same
// record. It outlives the kernel and a page that is loaded again, and ends with the tab.

const OURS = "carelevel held ";

/** @param {string} name @param {unknown} what */
export function hold(name, what) {
  try {
    sessionStorage.setItem(OURS + name, JSON.stringify(what));
  } catch {
    // a browser may refuse to keep anything; then the page alone holds it
  }
}

/** @param {string} name @returns {any} null where nothing is held */
export function held(name) {
  try {
    return JSON.parse(sessionStorage.getItem(OURS + name) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} name */
export function letGo(name) {
  try {
    sessionStorage.removeItem(OURS + name);
  } catch {
    // nothing was kept there
  }
}
