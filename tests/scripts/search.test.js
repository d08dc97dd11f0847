// The search in what a phrase can show: what fits, what comes first, and what an Enter takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { found, isTold } from "../../lib/carelevel/widgets/editor/search.js";
import { hasWords } from "../../lib/carelevel/widgets/shared/search.js";

const finding = (id, name, ask, search, ...says) => ({
  ...{ id, name, ask, search },
  values: says.map((value, place) => ({ id: `v${place}`, says: value })),
});
const USE = finding(
  "use",
  "Current use",
  "When did they last use?",
  ["last dose"],
  "is not using most days, and is not in withdrawal",
  "is using most days, or is in withdrawal without it",
);
const HOUSING = finding(
  "housing",
  "Housing",
  "Where will they sleep?",
  ["homeless", "couch"],
  "has a settled place to live",
  "has no settled place to live",
);
const SUPPORT = finding(
  "support",
  "Support",
  "Who could they call?",
  ["family"],
  "has strong support",
  "has nobody who is able to support them",
);
const HARM = finding(
  "harm",
  "Harm",
  "Are they thinking about their end?",
  ["last words"],
  "has no such thoughts",
  "has such thoughts",
);
const ALL = [USE, HOUSING, SUPPORT, HARM];
const NEGATIONS = "not no none nobody never cannot without";

const says = (text) =>
  found(ALL, text, NEGATIONS).flatMap(({ values }) => values.map(({ value }) => value.says.slice(0, 20)));

for (const [typed, first] of [
  ["is using", "is using most days, "],
  ["using", "is using most days, "],
  ["withdrawal", "is using most days, "],
  ["not using", "is not using most da"],
  ["is not", "is not using most da"],
  ["settled place", "has a settled place "],
  ["no settled", "has no settled place"],
  ["thoughts", "has such thoughts"],
  ["such has", "has such thoughts"],
  ["support", "has strong support"],
  ["nobody", "has nobody who is ab"],
])
  test(`“${typed}” and Enter take what it says, and not its opposite`, () => {
    assert.equal(says(typed)[0], first);
    assert.ok(isTold(found(ALL, typed, NEGATIONS)));
  });

for (const typed of ["homeless", "family", "sleep", "current use", "last do"])
  test(`“${typed}” finds a finding, and leaves it to the author which of its values`, () => {
    const groups = found(ALL, typed, NEGATIONS);
    assert.equal(groups[0].values.length, 2);
    assert.ok(!isTold(groups));
  });

test("words side by side come before words that are scattered, and search words are looked at too", () => {
  assert.deepEqual(
    found(ALL, "last dose", NEGATIONS).map((group) => group.finding.id),
    ["use"],
  );
  assert.equal(found(ALL, "they call", NEGATIONS)[0].finding.id, "support");
  assert.equal(found([HARM, USE], "last use", NEGATIONS)[0].finding.id, "use");
});

test("another form of a word is found too, after what has it as it was typed", () => {
  const DRINKS = finding("drinks", "Alcohol", "What do they drink?", [], "drinks on most days", "does not drink");
  const PUSHED = finding("pushed", "Company", "Who is there?", [], "is drinking with others", "is alone");
  const ids = (text) => found([DRINKS, PUSHED], text, NEGATIONS).map((group) => group.finding.id);
  assert.deepEqual(ids("drinking"), ["pushed", "drinks"]);
  assert.deepEqual(ids("drinks"), ["drinks", "pushed"]);
  assert.deepEqual(ids("thinking"), []);
  assert.ok(hasWords("What do they drink?", "Drinking they"));
  assert.ok(!hasWords("What do they drink?", "thing"));
});

test("nothing typed is everything, in the order of the criteria; what fits nothing is nothing", () => {
  assert.deepEqual(
    found(ALL, " ", NEGATIONS).map((group) => group.finding),
    ALL,
  );
  assert.deepEqual(
    found(ALL, "", NEGATIONS)[0].values.map(({ value }) => value.id),
    ["v0", "v1"],
  );
  assert.deepEqual(found(ALL, "zebra", NEGATIONS), []);
  assert.ok(!isTold([]));
});
