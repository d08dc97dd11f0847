// What the editor's page is sent of a draft: problems and hits with their places, answers, the trainee's view.
// Made from view.py by `make fix`.

import type { Explanation, FaceView, OfferedFinding, Option, Run, Term } from "../shared/view.js";

/** What a case can be marked as; null: it is not. */
export interface Mark {
  value: number | null;
  name: string;
}

/** Characters of a line, of a note, and of a whole story. */
export interface LongestTexts {
  line: number;
  note: number;
  story: number;
}

/** What the page needs to know once, whatever lies on the desk; *looked_for* says what lint looks for. */
export interface EditorBank {
  notice: string;
  levels: Option[];
  difficulties: Mark[];
  readings: Mark[];
  findings: OfferedFinding[];
  looked_for: string;
  longest: LongestTexts;
  practice: string;
}

/** Words that show something, by code points of the point's text; *name* is what a twin swaps. */
export interface Phrase {
  start: number;
  end: number;
  findings: Record<string, string>;
  name: string;
}

/** One decision point. */
export interface DraftPoint {
  heading: string;
  text: string;
  phrases: Phrase[];
  expected: string;
  dissent: string;
}

/** The case with the phrase of this name told in other *words*; *expected*: one a point, "" where not said. */
export interface DraftTwin {
  id: string;
  phrase: string;
  words: string;
  findings: Record<string, string>;
  expected: string[];
}

/** A word of the story, and what it means. */
export interface DraftTerm {
  word: string;
  meaning: string;
}

/** A case in the making; "" and null stand for what is not said yet. */
export interface Draft {
  id: string;
  title: string;
  difficulty: number | null;
  discuss: string;
  points: DraftPoint[];
  twins: DraftTwin[];
  reading: number | null;
  glossary: DraftTerm[];
  status: string;
  released: string[];
}

/** The draft on the desk, and the page that wrote it; *by* is '' where none did. */
export interface SentDraft {
  by: string;
  draft: Draft;
}

/** A draft that was left unfinished, by the name of its file. */
export interface KeptDraft {
  name: string;
  title: string;
  says: string;
}

/** That the case is in the bank; *held*: why trainees do not get it, '' where they do. */
export interface SavedCase {
  says: string;
  held: string;
}

/** A line of the file on disk beside the draft's. */
export interface ComparedLine {
  disk: string;
  mine: string;
  differs: boolean;
}

/** That the file is not as it was; *suggested* is an id to save the draft under, *gone*: there is no file now. */
export interface ShownConflict {
  title: string;
  says: string;
  gone: boolean;
  suggested: string;
  rows: ComparedLine[];
}

/** A case to open. */
export interface CaseTitle {
  id: string;
  title: string;
}

/** What is said of a place of the draft, from character *start* to *end* where it is about words of it. */
export interface Placed {
  where: string;
  start: number | null;
  end: number | null;
  says: string;
  remedy: string;
}

/** What is wrong with the draft; *stops*: it cannot be saved with it. */
export interface Problem extends Placed {
  stops: boolean;
}

/** Words that lint has found; *releases*: what an author who lets them stand would say, '' for a warning. */
export interface Hit extends Placed {
  words: string;
  severity: "error" | "warning";
  releases: string;
}

/** What the criteria answer, beside what the author expects; *differs* offers to stand by that. */
export interface PointAnswer {
  explained: Explanation;
  accepted: string;
  expected: string;
  agrees: boolean;
  says: string;
  differs: string;
}

/** A decision point with its answer: null until the author has said what they expect. */
export interface AnsweredPoint {
  heading: string;
  answer: PointAnswer | null;
}

/** One of the case, as a trainee reads it; *safety*: what it tells of the safety questions, a line each. */
export interface StoryPoint extends AnsweredPoint {
  prose: Run[][];
  glossary: Term[];
  safety: string[];
}

/** One of a twin; *place* counts the decision points from 0. */
export interface TwinPoint extends AnsweredPoint {
  place: number;
}

/** All that follows from the draft as it stands; *original*: the id of the case it was opened from. */
export interface EditorView extends FaceView {
  name: string;
  original: string | null;
  can_undo: boolean;
  can_redo: boolean;
  status: string;
  kept: KeptDraft[];
  saved: SavedCase | null;
  conflict: ShownConflict | null;
  cases: CaseTitle[] | null;
  title: string;
  problems: Problem[];
  hits: Hit[];
  points: StoryPoint[];
  twins: TwinPoint[][];
}
