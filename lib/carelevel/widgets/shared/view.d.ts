// What every page is sent, and what several faces are sent alike.
// Made from view.py by `make fix`.

import type { OneOf } from "./one_of.js";

/** What the kernel has to say, once: *number* tells it from what it said before, *kind* what came of the step. */
export interface Announcement {
  says: string;
  problems: string[];
  kind: string;
  number: number;
}

/** What a page shows; each face's adds its own. */
export interface FaceView {
  message: Announcement | null;
}

/** One of several answers; *about* is '' where its name says enough. */
export interface Option {
  value: string;
  name: string;
  about: string;
}

/** The red flags, or by level what asks for it, or what it needs. */
export interface ChecklistPart {
  title: string;
  rules: string[];
}

/** What the sources do not speak of, with public works for context. */
export interface CitedSilence {
  says: string;
  references: string[];
}

/** A piece of a paragraph that is alike throughout; *sentence* is its number, null between two sentences. */
export interface Run {
  at: number;
  text: string;
  sentence: number | null;
  stressed: boolean;
}

/** A *word*, or a phrase, as it stands in a story, and what it means. */
export interface Term {
  word: string;
  meaning: string;
}

/** A decision point that was answered before the one asked. */
export interface EarlierPoint {
  heading: string;
  prose: Run[][];
  glossary: Term[];
}

/** One flag in the headline, with both answers; *same* null: it was not asked, or is left open by both. */
export interface FlagLine {
  says: string;
  same: boolean | null;
}

/** That the author of the case would answer otherwise, and why. */
export interface AuthorsDissent {
  says: string;
  reason: string;
}

/** One question with both answers; *same* null: the two sides are not to be compared. */
export interface Row {
  name: string;
  yours: string[];
  theirs: string[];
  same: boolean | null;
}

/** The same once the answer is committed; *marked*: the trainee marked its sentence. */
export interface MarkedRun extends Run {
  marked: boolean;
}

/** A part of a deciding or a changed phrase: what it was, and which of them it is. */
export interface PhraseRun extends MarkedRun {
  signs: ("caught" | "missed" | "changed")[];
  phrase: number;
}

/** A sentence and the claim that it was tied to: whether it supports that, and why not. */
export interface TieLine {
  says: string;
  fits: boolean;
}

/** An answer beside the criteria's: *title*, *says* and *flags* are the headline. */
export interface Compared {
  verdict: "agrees" | "also_accepted" | "more_intensive" | "less_intensive" | "should_escalate" | "could_answer";
  sign: string;
  title: string;
  says: string[];
  flags: FlagLine[];
  differs: string[];
  named: string[];
  caught: string[];
  missed: string[];
  dissent: AuthorsDissent | null;
  rows: Row[];
  reasons_given: string;
  marks: string[];
  prose: OneOf<MarkedRun | PhraseRun>[][];
  ties: TieLine[];
}

/** A public work that a warning names, and what it says. */
export interface CitedWork {
  cite: string;
  says: string;
}

/** A red flag that is present: how soon somebody has to act, and what comes first. */
export interface RaisedFlag {
  name: string;
  soon: string;
  urgent: boolean;
  says: string;
  references: CitedWork[];
}

/** What has to be said for safety, whatever the level. */
export interface SafetyLine {
  says: string;
  references: CitedWork[];
}

/** The bank's safety lines, and the questions among them; *foremost*: they come before everything else. */
export interface SafetyLines {
  foremost: boolean;
  lines: SafetyLine[];
  asks: string[];
}

/** What a source says, and where, as in: Article A, “Alternatives …”, paragraph 3. */
export interface CitedClaim {
  says: string;
  where: string;
}

/** A rule, a red flag or a flag that had a part in the answer; *phrases* of the story show its findings. */
export interface ExplainedReason {
  name: string;
  effect: string;
  says: string[];
  phrases: string[];
  claims: CitedClaim[];
  deciding: boolean;
  met: boolean;
  places: string[];
}

/** A level, by its name, that is not the recommendation, and why it is accepted all the same, or is not. */
export interface OtherLevel {
  level: string;
  says: string[];
}

/** What the answer would become, *ifs* each being one way to it; without any, that nothing would change it. */
export interface Change {
  says: string;
  ifs: string[];
}

/** What is still to ask, in this order: for safety, for the flags beside the level, for the level itself. */
export interface Asks {
  safety: string[];
  flags: string[];
  level: string[];
}

/** One entry of a named list. */
export interface GivenItem {
  name: string;
  says: string[];
  claims: CitedClaim[];
}

/** The entries of a named list that go with a level. */
export interface GivenList {
  name: string;
  items: GivenItem[];
}

/** What goes with an accepted level; *level* says which, as in: With Residential. */
export interface Given {
  level: string;
  lists: GivenList[];
}

/** The whole of it; *level* is a name, *settled* '' for a referral, *also* are the levels accepted too. */
export interface Explanation {
  level: string;
  summary: string;
  basis: string;
  settled: string;
  red_flags: RaisedFlag[];
  safety: SafetyLines;
  reasons: ExplainedReason[];
  also: OtherLevel[];
  why_not: OtherLevel[];
  changes: Change[];
  ask: Asks;
  given: Given[];
  standing: string[];
}

/** A twin beside the story before its change, or a pair beside what was answered wrongly. */
export interface TwinCompared {
  pair: boolean;
  title: string;
  columns: string[];
  says: string[];
  rows: Row[];
}

/** A kept answer beside what the criteria say; *support* is what it had, *discuss* is what to talk about, or ''. */
export interface ToldAnswer {
  title: string;
  heading: string;
  why: string;
  support: string[];
  earlier: EarlierPoint[];
  glossary: Term[];
  compared: Compared;
  explained: Explanation;
  twin: TwinCompared | null;
  discuss: string;
}

/** A value of a finding, as what completes "The person …". */
export interface OfferedValue {
  id: string;
  says: string;
}

/** A finding to state; *search*: other words by which somebody may look for it. */
export interface OfferedFinding {
  id: string;
  name: string;
  ask: string;
  values: OfferedValue[];
  search: string[];
}

/** Which message, by its turn, of which page the view answers. */
export interface Answered {
  by: string;
  turn: number;
}

/** A file that comes packed, for the page that asked for it. */
export interface SentFile {
  file: string;
  type: string;
  by: string;
}

export type Words = Record<string, string>;
