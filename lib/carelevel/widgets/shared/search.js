// A list is searched by words.

// Whether a text has every word that was typed, or its beginning, in whatever order.
/** @param {string} text @param {string} typed */
export function hasWords(text, typed) {
  const within = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
