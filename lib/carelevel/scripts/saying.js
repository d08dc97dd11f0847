// Words with something filled in, and words for whoever hears the page rather than sees it.

/** @param {string} text @param {Record<string, unknown>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? String(values[name]) : slot));
}

// A live region says what is new in it; emptied first, it says the same once more.
/** @param {Element} region @param {string} says */
export function announce(region, says) {
  region.textContent = "";
  region.textContent = says;
}
