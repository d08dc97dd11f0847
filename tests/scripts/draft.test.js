// The draft of the editor's page: phrases follow what is typed, places are turned over, names are found.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addTwin,
  cut,
  followed,
  free,
  hitsIn,
  incoming,
  nameFor,
  outgoing,
  phraseNamed,
  slug,
  trimmed,
  typed,
} from "../../lib/carelevel/widgets/editor/draft.js";

const bare = (text) => text.replace(/[[\]]/g, "");
const placed = (text) => ({ start: text.indexOf("["), end: text.indexOf("]") - 1 });
const bracketed =
  (text) =>
  ({ start, end }) =>
    `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

for (const [before, after, caret] of [
  ["He waits [at the door] now.", "Tonight he waits [at the door] now.", 8],
  ["He waits [at the door] now.", "He waits [at the back door] now.", 16],
  ["He waits [at the door] now.", "He waits [at the doors] now.", 21],
  ["He waits [at the door] now.", "He waits [at the door], now.", 21],
  ["He waits [at the door] now.", "He waits now.", 9],
  ["He waits [at the door] now.", "He waits [at the] now.", 15],
  ["He waits [at the door] now.", "He stays [the door] now.", 9],
  ["aaa [aaa] aaa", "aaaa [aaa] aaa", 1],
  ["😀 [😀😃] 😀", "😀😀 [😀😃] 😀", 2],
  ["[😀😃] 😀", "[😀😄] 😀", 4],
])
  test(`a phrase follows what is typed around and in it: ${before} → ${after}`, () => {
    const text = bare(after);
    const kept = followed([placed(before)], typed(bare(before), text, caret), text);
    assert.deepEqual(kept.map(bracketed(text)), after.includes("[") ? [after] : []);
  });

const point = (text, phrases = []) => ({ heading: "", text, phrases, expected: "", dissent: "" });

test("places are characters in Python and UTF-16 units on the page, and come back as they went", () => {
  const sent = { title: "", points: [point("😀 late 😀", [{ start: 2, end: 6, findings: {}, name: "" }])], twins: [] };
  const here = incoming(sent);
  const [phrase] = here.points[0].phrases;
  assert.equal(here.points[0].text.slice(phrase.start, phrase.end), "late");
  assert.deepEqual(outgoing(here), sent);
});

const skip = !("toWellFormed" in String.prototype); // a Node.js before 20
test("half a character, which no message can hold, is sent as one that stands for it", { skip }, () => {
  assert.equal(outgoing({ title: "a\ud83d", points: [], twins: [] }).title, "a\ufffd");
});

test("a selection is taken without the spaces at its ends", () => {
  assert.deepEqual(trimmed("to the  door ", 2, 13), { start: 3, end: 12 });
  assert.deepEqual(trimmed("a   b", 1, 4), { start: 4, end: 4 });
});

test("a title becomes the name of a file", () => {
  assert.equal(slug("Café “d’Été”: a night, twice!"), "cafe-dete-a-night-twice");
  assert.equal(slug(`${"a".repeat(39)} b`), "a".repeat(39));
  assert.equal(slug("…"), "");
});

test("a phrase is named by its longest word, numbered where that is taken", () => {
  assert.equal(nameFor("at the door", []), "door");
  assert.equal(nameFor("at the door", ["door", "door-2"]), "door-3");
  assert.equal(nameFor("…", []), "phrase");
  assert.equal(free("other", []), "other");
});

test("a twin is about a phrase, which it names, and nothing is expected of it yet", () => {
  const phrase = { start: 0, end: 4, findings: { home: "calm" }, name: "" };
  const draft = { points: [{ ...point("First."), expected: "low" }, point("Late again.", [phrase])], twins: [] };
  assert.equal(addTwin(draft, 1, phrase), 0);
  assert.equal(addTwin(draft, 1, phrase), 1);
  const [twin, second] = draft.twins;
  assert.deepEqual([twin.id, second.id, twin.phrase, twin.words], ["other-late", "other-late-2", "late", "Late"]);
  assert.deepEqual(twin.expected, ["", ""]);
  assert.notEqual(twin.findings, phrase.findings);
  assert.equal(phraseNamed(draft, "late").number, 1);
  assert.equal(phraseNamed(draft, ""), null);
});

test("a text is cut wherever something in it begins or ends", () => {
  const marks = { phrase: [{ start: 3, end: 9 }], hit: [{ start: 6, end: 12 }], marking: [] };
  assert.deepEqual(cut("He waits at the door", marks), [
    { run: "He ", names: [] },
    { run: "wai", names: ["phrase"] },
    { run: "ts ", names: ["phrase", "hit"] },
    { run: "at ", names: ["hit"] },
    { run: "the door", names: [] },
  ]);
  assert.deepEqual(cut("", { phrase: [] }), []);
});

test("a hit stands where its words are, and nowhere once they have changed", () => {
  const hit = { where: "points.0.text", start: 2, end: 6, words: "Mara" };
  const others = [
    { ...hit, where: "title" },
    { ...hit, start: null },
  ];
  assert.deepEqual(hitsIn([hit, ...others], "points.0.text", "😀 Mara"), [{ start: 3, end: 7 }]);
  assert.deepEqual(hitsIn([hit], "points.0.text", "😀 Mary"), []);
});
