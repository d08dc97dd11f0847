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
  missing,
  nameFor,
  outgoing,
  phraseNamed,
  slug,
  tieTwin,
  trimmed,
  typed,
} from "../../lib/carelevel/widgets/editor/draft.js";

const bare = (text) => text.replace(/[[\]]/g, "");
const placed = (text) => ({ start: text.indexOf("["), end: text.indexOf("]") - 1 });
const point = (text, phrases = []) => ({ heading: "", text, phrases, expected: "", dissent: "" });
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
    const from = { text: bare(before), phrases: [placed(before)] };
    const { phrases } = followed(from, typed(bare(before), text, caret), text, []);
    assert.deepEqual(phrases.map(bracketed(text)), after.includes("[") ? [after] : []);
  });

const marks = (text) => {
  const phrase = { ...placed(text), findings: { home: "calm" }, name: "door" };
  return { draft: { points: [{ ...point(bare(text)), phrases: [phrase] }, point("")], twins: [] }, phrase };
};
const put = (from, text, caret, lost) => followed(from, typed(from.text, text, caret), text, lost);

test("a mark is cut and pasted with its words, to another decision point too, and keeps its name for its twin", () => {
  const { draft, phrase } = marks("He waits. [Nobody is home.] It rains.");
  const cut = put(draft.points[0], "He waits.  It rains.", 10, []);
  assert.deepEqual([cut.phrases, cut.gone], [[], [{ ...phrase, words: "Nobody is home." }]]);
  const typed = put({ ...draft.points[1] }, "L", 1, cut.gone);
  assert.equal(typed.gone.length, 1);
  const pasted = put({ text: "L", phrases: [] }, "L Nobody is home.", 17, typed.gone);
  assert.deepEqual([pasted.phrases, pasted.gone], [[{ ...phrase, start: 2, end: 17 }], []]);
});

for (const [before, after] of [
  ["He waits. [Nobody is home.] It rains.", "Tonight it rains. [Nobody is home.] So he waits."],
  ["He waits. [Nobody is home.] It rains.", "He waits. [Nobody\nis home.] It rains on."],
  ["[Nobody is home.]", "It is late. [Nobody is home.]"],
  ["[Nobody is home.] It rains.", "Who? [Nobody is home.] It rains, and rains."],
])
  test(`a story that is pasted over keeps the marks whose words it has: ${after}`, () => {
    const { draft, phrase } = marks(before);
    const { phrases, gone } = put(draft.points[0], bare(after), bare(after).length, []);
    assert.deepEqual([phrases, gone], [[{ ...phrase, ...placed(after) }], []]);
  });

test("a mark does not come back over another one, across paragraphs, or with a part of its words", () => {
  const lost = [{ start: 0, end: 9, findings: {}, name: "", words: "two rooms" }];
  assert.equal(put({ text: "", phrases: [] }, "He has two\n\nrooms.", 18, lost).gone.length, 1);
  assert.equal(put({ text: "", phrases: [] }, "He has two room", 15, lost).gone.length, 1);
  const twice = put({ text: "", phrases: [] }, "He has two rooms.", 17, [...lost, ...lost]);
  assert.deepEqual([twice.phrases.length, twice.gone.length], [1, 1]);
});

test("a phrase that is back in the draft is missing no more", () => {
  const { draft, phrase } = marks("He waits. [Nobody is home.]");
  assert.deepEqual(missing(draft, [{ ...phrase, words: "Nobody is home." }]), []);
  const other = { ...phrase, name: "", words: "Nobody" };
  assert.deepEqual(missing(draft, [other]), [other]);
});

test("a twin is tied to another phrase, which gets a name", () => {
  const phrase = { start: 0, end: 6, findings: {}, name: "" };
  const draft = { points: [point("Nobody is home.", [phrase])], twins: [{ id: "x", phrase: "gone" }] };
  tieTwin(draft, draft.twins[0], 0, phrase);
  assert.deepEqual([phrase.name, draft.twins[0].phrase], ["nobody", "nobody"]);
});

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
