// The draft as the page holds it: plain texts, and phrases at places in them that follow what is typed.
// Python counts characters, a page counts UTF-16 units: places are turned over on their way in and out.

const LONGEST_SLUG = 40;

export function incoming(draft) {
  return turned(draft, unitsIn);
}

export function outgoing(draft) {
  return turned(draft, (text, units) => [...text.slice(0, units)].length);
}

function turned(draft, place) {
  const copy = JSON.parse(JSON.stringify(draft, (_, value) => value?.toWellFormed?.() ?? value));
  for (const { text, phrases } of copy.points)
    for (const phrase of phrases) {
      phrase.start = place(text, phrase.start);
      phrase.end = place(text, phrase.end);
    }
  return copy;
}

export function unitsIn(text, characters) {
  return [...text].slice(0, characters).join("").length;
}

// What was typed: the units from `start` to `end` of the old text became `added` new ones, which end at the caret.
export function typed(before, after, caret) {
  let tail = 0;
  const longest = Math.min(before.length, after.length - caret);
  while (tail < longest && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isLow(after, after.length - tail)) tail -= 1;
  let start = 0;
  const shared = Math.min(before.length, after.length) - tail;
  while (start < shared && before[start] === after[start]) start += 1;
  if (start && isLow(after, start)) start -= 1;
  return { start, end: before.length - tail, added: after.length - tail - start };
}

// Whether a place stands between the two halves of one character.
function isLow(text, place) {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

export function followed(phrases, edit, text) {
  return phrases.map((phrase) => moved(phrase, edit, text)).filter((phrase) => phrase.start < phrase.end);
}

function moved(phrase, { start, end, added }, text) {
  const shift = added - (end - start);
  if (start === end && start === phrase.end && /^[\p{L}\p{N}]/u.test(text.slice(start)))
    return { ...phrase, end: phrase.end + added }; // the last word of the phrase goes on
  if (end <= phrase.start) return { ...phrase, start: phrase.start + shift, end: phrase.end + shift };
  if (start >= phrase.end) return phrase;
  const over = start <= phrase.start && end >= phrase.end;
  if (over && !(start === phrase.start && end === phrase.end && added > 1)) return { ...phrase, end: phrase.start };
  return {
    ...phrase,
    start: start < phrase.start ? start + added : phrase.start,
    end: end > phrase.end ? start : end === phrase.end ? start + added : phrase.end + shift,
  };
}

// A selection without the spaces at its ends.
export function trimmed(text, start, end) {
  const chosen = text.slice(start, end);
  const from = start + chosen.length - chosen.trimStart().length;
  return { start: from, end: Math.max(from, start + chosen.trimEnd().length) };
}

export function slug(text) {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f’']/g, "");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, LONGEST_SLUG)
    .replace(/-$/, "");
}

// A name for a phrase: its longest word, which is seldom an article, numbered where it is taken.
export function nameFor(words, taken) {
  const longest =
    slug(words)
      .split("-")
      .reduce((a, b) => (b.length > a.length ? b : a), "") || "phrase";
  return free(longest, taken);
}

export function free(name, taken) {
  let number = 1;
  while (taken.includes(number === 1 ? name : `${name}-${number}`)) number += 1;
  return number === 1 ? name : `${name}-${number}`;
}

export function phraseNamed(draft, name) {
  for (const [number, point] of draft.points.entries()) {
    const phrase = point.phrases.find((one) => one.name === name);
    if (name && phrase) return { number, point, phrase, words: quoted(point, phrase) };
  }
  return null;
}

export function quoted({ text }, { start, end }) {
  return text.slice(start, end);
}

// A twin about a phrase, which gets a name if it has none; gives back the twin's number.
export function addTwin(draft, number, phrase) {
  const point = draft.points[number];
  const names = draft.points.flatMap(({ phrases }) => phrases.map((one) => one.name));
  phrase.name ||= nameFor(quoted(point, phrase), names);
  const ids = draft.twins.map((twin) => twin.id);
  draft.twins.push({
    id: free(`other-${phrase.name}`, ids),
    phrase: phrase.name,
    words: quoted(point, phrase),
    findings: { ...phrase.findings },
    expected: draft.points.map((one, place) => (place < number ? one.expected : "")),
  });
  return draft.twins.length - 1;
}

// What decides which fields there are.
export function shape(draft) {
  const twins = draft.twins.map((twin) => `${twin.phrase} ${phraseNamed(draft, twin.phrase)?.number}`);
  return [draft.points.length, ...twins].join(", ");
}
