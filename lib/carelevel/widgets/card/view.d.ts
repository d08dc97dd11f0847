// What Python sends to a trainee's card.

import type { EarlierPoint, Explained, FaceView, Prose, Silence } from "../shared/view.js";

/** One question of the form; a list is named and need not be answered. */
export interface AskedOf {
  kind: "level" | "flag" | "list" | "confidence";
  id: string;
  name?: string;
  legend: string;
  missing?: string;
  unless_level?: string;
  options: CardOption[];
}

/** A flag's values are true and false. */
export interface CardOption {
  value: string | boolean;
  name: string;
  about?: string;
}

export interface CardBank {
  notice: string;
  longest_reasons: number;
  longest_note: number;
  form: AskedOf[];
  silences: Silence[];
}

export interface Choices {
  marked: number[];
  level: string | null;
  flags: Record<string, boolean>;
  lists: Record<string, string[]>;
  confidence: string | null;
  reasons: string;
}

export interface CardDraft {
  by: string;
  choices: Choices;
}

/** Two sides of a pair; *same* is null where they are not to be compared. */
export interface Row {
  name: string;
  yours: string[];
  theirs: string[];
  same: boolean | null;
}

export interface Warning {
  says: string;
  references: { cite: string; says: string }[];
}

export interface Compared {
  verdict: string;
  sign: string;
  title: string;
  says: string[];
  dissent: { says: string; reason: string } | null;
  rows: Row[];
  reasons_given: string;
  warnings: Warning[];
  marks: string[];
  prose: Prose;
}

/** What every stage shows; an empty card has no more than *says*, an answered one what follows *compared*. */
export interface CardView extends FaceView {
  stage: "empty" | "answer" | "compared";
  trainee: string;
  notes: string[];
  cases: { id: string; title: string; done: boolean }[] | null;
  attempt: string | null;
  says: string;
  single: boolean;
  title: string;
  why: string;
  heading: string;
  earlier: EarlierPoint[];
  prose: Prose;
  compared: Compared;
  explained: Explained;
  twin: { says: string[]; rows: Row[] } | null;
  twins: string[];
  more_points: boolean;
}
