// What the page of short notes is sent.
// Made from view.py by `make fix`.

import type { ExplainedReason, Explanation, FaceView, FlagLine } from "../shared/view.js";

/** A level, or that the note is to be referred, and the key that answers so. */
export interface KeyedAnswer {
  key: string;
  value: string;
  name: string;
}

/** A question beside the level, and the key that turns its answer. */
export interface KeyedFlag {
  key: string;
  id: string;
  name: string;
}

/** What the page needs to know of a bank once; *round*: notes in a round. */
export interface NotesBank {
  notice: string;
  answers: KeyedAnswer[];
  flags: KeyedFlag[];
  round: number;
}

/** A line of a note; *changed*: it is what parts a pair from the note before. *lit*: it decides. */
export interface ShownLine {
  text: string;
  changed: boolean;
  lit: boolean;
  supports: boolean;
}

/** What an answer is told; *yours* is the level that was chosen, *progress* how the rule stands, *round* its end. */
export interface ToldNote {
  yours: string;
  right: boolean;
  sign: string;
  title: string;
  says: string[];
  flags: FlagLine[];
  reasons: ExplainedReason[];
  explained: Explanation;
  progress: string[];
  round: string[];
}

/** A note, asked or *told*; *number* counts in its round, *flags* are what is chosen beside the level. */
export interface NotesView extends FaceView {
  trainee: string;
  problems: string[];
  attempt: string;
  code: string;
  number: number;
  why: string;
  lines: ShownLine[];
  flags: Record<string, boolean>;
  told: ToldNote | null;
}
