// The draft as the page holds it: plain texts, and phrases at places in them that follow what is typed.
// Python counts characters, a page counts UTF-16 units: places are turned over on their way in and out.

/** @import { Edit, LostPhrase, Span } from "./page.js" */
/** @import { Draft, DraftPoint, DraftTwin, Hit, Phrase } from "./view.js" */

const LONGEST_SLUG = 40;
const MOST_LOST = 100; // phrases whose words have gone, and may be put in again

/** @param {Draft} draft */
export function incoming(draft) {
  return turned(draft, unitsIn);
}

/** @param {Draft} draft */
export function outgoing(draft) {
  return turned(draft, (text, units) => [...text.slice(0, units)].length);
}

/** @param {Draft} draft @param {(text: string, at: number) => number} place */
function turned(draft, place) {
  const copy = JSON.parse(JSON.stringify(draft, (_, value) => value?.toWellFormed?.() ?? value));
  for (const { text, phrases } of copy.points)
    for (const phrase of phrases) {
      phrase.start = place(text, phrase.start);
      phrase.end = place(text, phrase.end);
    }
  return copy;
}

/** @param {string} text @param {number} characters */
export function unitsIn(text, characters) {
  return [...text].slice(0, characters).join("").length;
}

// Where in a text the hits stand that are about it, in units; one is left out that is about what stood there before.
/** @param {Hit[]} hits @param {string} where @param {string} text @returns {Span[]} */
export function hitsIn(hits, where, text) {
  return hits.flatMap((hit) => {
    if (hit.where !== where || hit.start === null) return [];
    const span = { start: unitsIn(text, hit.start), end: unitsIn(text, hit.end ?? hit.start) };
    return text.slice(span.start, span.end) === hit.words ? [span] : [];
  });
}

// A text cut wherever something in it begins or ends, each run with the names of what it is in.
/** @param {string} text @param {Record<string, Span[]>} marks */
export function cut(text, marks) {
  const ends = Object.values(marks)
    .flat()
    .flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, text.length, ...ends])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((at, place) => ({
    run: text.slice(at, cuts[place + 1]),
    names: Object.keys(marks).filter((name) => marks[name].some(({ start, end }) => start <= at && at < end)),
  }));
}

// What was typed: the units from `start` to `end` of the old text became `added` new ones, which end at the caret.
/** @param {string} before @param {string} after @param {number} caret */
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
/** @param {string} text @param {number} place */
function isLow(text, place) {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

// The phrases after an edit: each where its words stand now, and *gone* those whose words stand nowhere, to be found
// again when these words are put in at another place. *lost* are the ones that have gone before, from the whole draft.
/** @param {DraftPoint} point @param {Edit} edit @param {string} text @param {LostPhrase[]} lost */
export function followed({ text: before, phrases }, edit, text, lost) {
  /** @type {Phrase[]} */
  const kept = [];
  const gone = [];
  const rewritten = edit.added > 1; // put in, not typed: what stood there may stand in it
  const added = { start: edit.start, end: edit.start + edit.added };
  for (const phrase of phrases) {
    const words = before.slice(phrase.start, phrase.end);
    const now = moved(phrase, edit, text);
    const touched = phrase.start < edit.end && edit.start < phrase.end;
    const around = { start: Math.min(added.start, phrase.start), end: Math.max(added.end, now.end) };
    const again = touched && rewritten ? standing(words, text, around, kept) : null;
    if (again) kept.push({ ...phrase, ...again });
    else if (now.start < now.end) kept.push(now);
    else gone.push({ ...phrase, words });
  }
  const still = [...lost, ...gone].filter(({ words, ...phrase }) => {
    const again = rewritten ? standing(words, text, added, kept) : null;
    if (again) kept.push({ ...phrase, ...again });
    return !again;
  });
  return { phrases: kept.sort((one, other) => one.start - other.start), gone: still };
}

// Where the words of *phrase* stand in a part of a text, within one paragraph and apart from the phrases there.
/** @param {string} phrase @param {string} text @param {Span} part @param {Phrase[]} phrases */
function standing(phrase, text, part, phrases) {
  const each = phrase.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  for (const found of text.slice(part.start, part.end).matchAll(new RegExp(each.join("\\s+"), "g"))) {
    const start = part.start + found.index;
    const end = start + found[0].length;
    const apart = phrases.every((phrase) => end <= phrase.start || phrase.end <= start);
    if (apart && !/\n\s*\n/.test(found[0])) return { start, end };
  }
  return null;
}

// The phrases that have gone, without those that the draft has again, as after an undo.
/** @param {Draft} draft @param {LostPhrase[]} lost */
export function missing(draft, lost) {
  const there = new Set(
    draft.points.flatMap((point) => point.phrases.map((phrase) => sign(phrase, quoted(point, phrase)))),
  );
  return lost.filter((phrase) => !there.has(sign(phrase, phrase.words))).slice(-MOST_LOST);
}

/** @param {Phrase} phrase @param {string} words */
function sign({ name, findings }, words) {
  return name || JSON.stringify([words, Object.entries(findings).sort()]);
}

/** @param {Phrase} phrase @param {Edit} edit @param {string} text */
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
/** @param {string} text @param {number} start @param {number} end */
export function trimmed(text, start, end) {
  const chosen = text.slice(start, end);
  const from = start + chosen.length - chosen.trimStart().length;
  return { start: from, end: Math.max(from, start + chosen.trimEnd().length) };
}

/** @param {string} text */
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
/** @param {string} words @param {string[]} taken */
export function nameFor(words, taken) {
  const longest =
    slug(words)
      .split("-")
      .reduce((a, b) => (b.length > a.length ? b : a), "") || "phrase";
  return free(longest, taken);
}

/** @param {string} name @param {string[]} taken */
export function free(name, taken) {
  let number = 1;
  while (taken.includes(number === 1 ? name : `${name}-${number}`)) number += 1;
  return number === 1 ? name : `${name}-${number}`;
}

/** @param {Draft} draft @param {string} name */
export function phraseNamed(draft, name) {
  for (const [number, point] of draft.points.entries()) {
    const phrase = point.phrases.find((one) => one.name === name);
    if (name && phrase) return { number, point, phrase, words: quoted(point, phrase) };
  }
  return null;
}

/** @param {DraftPoint} point @param {Span} span */
export function quoted({ text }, { start, end }) {
  return text.slice(start, end);
}

// A twin about a phrase, which gets a name if it has none; gives back the twin's number.
/** @param {Draft} draft @param {number} number @param {Phrase} phrase */
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
    expected: draft.points.map(() => ""), // an author says it from where the twin differs
  });
  return draft.twins.length - 1;
}

// A twin whose phrase has gone changes another one.
/** @param {Draft} draft @param {DraftTwin} twin @param {number} number @param {Phrase} phrase */
export function tieTwin(draft, twin, number, phrase) {
  const names = draft.points.flatMap(({ phrases }) => phrases.map((one) => one.name));
  phrase.name ||= nameFor(quoted(draft.points[number], phrase), names);
  twin.phrase = phrase.name;
}

// What decides which fields there are.
/** @param {Draft} draft */
export function shape(draft) {
  const twins = draft.twins.map((twin) => `${twin.phrase} ${phraseNamed(draft, twin.phrase)?.number}`);
  return [draft.points.length, draft.glossary.length, ...twins].join(", ");
}
