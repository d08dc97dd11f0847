// What Python sends to the editor, and the draft that goes both ways.

import type { Explained, FaceView, Finding, Option, Prose } from "../shared/view.js";

export type Findings = Record<string, string>;

/** Words of a story that show something; the places are characters in Python, UTF-16 units on the page. */
export interface Phrase {
  start: number;
  end: number;
  findings: Findings;
  name: string;
}

export interface Point {
  heading: string;
  text: string;
  phrases: Phrase[];
  expected: string;
  dissent: string;
}

export interface Twin {
  id: string;
  phrase: string;
  words: string;
  findings: Findings;
  expected: string[];
}

export interface Draft {
  id: string;
  title: string;
  difficulty: number | null;
  discuss: string;
  points: Point[];
  twins: Twin[];
}

export interface EditorBank {
  notice: string;
  levels: Option[];
  difficulties: { value: number; name: string }[];
  findings: Finding[];
  looked_for: string;
  longest: { line: number; note: number };
  practice: string;
}

/** A place of the draft, and units of the text there where it is about words of it. */
export interface Placed {
  where: string;
  start: number | null;
  end?: number | null;
  says: string;
  remedy?: string;
}

export interface Problem extends Placed {
  stops: boolean;
}

export interface Hit extends Placed {
  words: string;
  severity: "error" | "warning";
}

export interface Answer {
  explained: Explained;
  accepted: string;
  expected: string;
  agrees: boolean;
  says: string;
  differs: string;
}

export interface Answered {
  heading: string;
  answer: Answer | null;
}

export interface Kept {
  name: string;
  title: string;
  says: string;
}

export interface Conflict {
  says: string;
  suggested: string;
  rows: { disk: string; mine: string; differs: boolean }[];
}

export interface EditorView extends FaceView {
  original: string | null;
  can_undo: boolean;
  can_redo: boolean;
  status: string;
  kept: Kept[];
  saved: { says: string } | null;
  conflict: Conflict | null;
  cases: { id: string; title: string }[] | null;
  title: string;
  problems: Problem[];
  hits: Hit[];
  points: (Answered & { prose: Prose })[];
  twins: (Answered & { place: number })[][];
}
