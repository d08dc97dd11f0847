// A list is searched by words.

const ENDING = /(?<=\p{L}{4})(ing|ed|es|s|e)$/u;

// What the forms of a word have in common, as in drink, drinks, drinking; a short word is left as it is.
/** @param {string} word */
export function stem(word) {
  return word.replace(ENDING, "");
}

// Whether a text has every word that was typed, or its beginning, or another form of it, in whatever order.
/** @param {string} text @param {string} typed */
export function hasWords(text, typed) {
  const within = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(stem(word)));
}
