// A search in what a phrase can show. Every word that was typed begins a word of the finding, of its search words or of
// the value; words that stand side by side count for more, and what a value denies for less.

import { stem } from "../shared/search.js";

/** @import { OfferedFinding } from "../shared/view.js" */

/** @typedef {OfferedFinding["values"][number]} Value */
/** @typedef {{ value: Value, rank: number }} Ranked */
/** @typedef {{ finding: OfferedFinding, values: Ranked[] }} Found */

const DENIED = 0.5; // a value that denies what was typed comes right behind one that says it
const [SAID, ABOUT, SCATTERED, EVERYTHING] = [0, 1, 2, 3];

// The findings with the values that fit, the best first; all of them in their own order where nothing is asked.
// What has only another form of a word that was typed comes last.
/** @param {OfferedFinding[]} findings @param {string} text @param {string} negations @returns {Found[]} */
export function found(findings, text, negations) {
  const [asked, denying] = [split(text), new Set(split(negations))];
  const exact = fitting(findings, asked, denying);
  const rest = findings.filter((finding) => !exact.some((group) => group.finding === finding));
  return [...exact, ...fitting(rest, asked.map(stem), denying)];
}

/** @param {OfferedFinding[]} findings @param {string[]} asked @param {Set<string>} denying @returns {Found[]} */
function fitting(findings, asked, denying) {
  const groups = findings.map((finding) => {
    const ranked = finding.values.map((value) => ({ value, rank: rank(asked, finding, value, denying) }));
    return { finding, values: byRank(ranked.filter((one) => one.rank < EVERYTHING)) };
  });
  const best = groups.filter(({ values }) => values.length).map((group) => ({ ...group, rank: group.values[0].rank }));
  return byRank(best);
}

// Whether what was typed names one value of a finding, and not all of them alike.
/** @param {Found[]} groups */
export function isTold([first]) {
  return Boolean(first) && (first.values.length === 1 || first.values[0].rank < first.values[1].rank);
}

/** @template {{ rank: number }} R @param {R[]} ranked */
function byRank(ranked) {
  return [...ranked].sort((one, other) => one.rank - other.rank);
}

/** @param {string[]} asked @param {OfferedFinding} finding @param {Value} value @param {Set<string>} denying */
function rank(asked, { id, name, ask, search }, value, denying) {
  const about = [name, ask, id, ...search].map(split);
  const says = clauses(value.says);
  const known = [...about, ...says, split(value.id)];
  if (!asked.every((word) => known.flat().some((one) => one.startsWith(word)))) return EVERYTHING;
  const places = says.map((clause) => ({ clause, at: adjoining(asked, clause) })).filter(({ at }) => at >= 0);
  const told = places.length ? SAID : about.some((words) => adjoining(asked, words) >= 0) ? ABOUT : SCATTERED;
  const free = asked.length > 0 && !asked.some((word) => denying.has(word));
  return told + (free && isDenied(asked, told === SAID ? places : [], says, denying) ? DENIED : 0);
}

// Whether a negation stands before the words that were typed, in every clause in which they stand.
/**
 * @param {string[]} asked
 * @param {{ clause: string[], at: number }[]} places
 * @param {string[][]} says
 * @param {Set<string>} denying
 */
function isDenied(asked, places, says, denying) {
  /** @param {string[]} clause */
  const touched = (clause) => clause.findLastIndex((word) => asked.some((typed) => word.startsWith(typed)));
  const all = places.length ? places : says.map((clause) => ({ clause, at: touched(clause) }));
  const named = all.filter(({ at }) => at >= 0);
  return named.length > 0 && named.every(({ clause, at }) => clause.slice(0, at).some((word) => denying.has(word)));
}

// Where in *told* those that were typed stand side by side, each the beginning of one; -1 where nowhere.
/** @param {string[]} asked @param {string[]} told */
function adjoining(asked, told) {
  return told.findIndex((_, at) => asked.every((typed, place) => told[at + place]?.startsWith(typed)));
}

/** @param {string} says */
function clauses(says) {
  return says.split(/[,;:]/).map(split);
}

/** @param {string} text */
function split(text) {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
