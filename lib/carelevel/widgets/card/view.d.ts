// What a trainee's card is sent: the form beside a story, built from a bank's criteria, and each stage's view.
// Made from view.py by `make fix`.

import type { OneOf } from "../shared/one_of.js";
import type {
  ChecklistPart,
  CitedSilence,
  Compared,
  EarlierPoint,
  Explanation,
  FaceView,
  Option,
  Run,
  Term,
  TwinCompared,
} from "../shared/view.js";

/** A yes or a no. */
export interface FlagOption {
  value: boolean;
  name: string;
}

/** One question of the form. */
export interface Fieldset {
  kind: "level" | "flag" | "list" | "confidence";
  id: string;
  legend: string;
  options: OneOf<Option | FlagOption>[];
  name: string;
  missing: string;
  unless_level: string;
}

/** One step of a colleague's reasoning. */
export interface WorkedStep {
  title: string;
  says: string[];
}

/** The support that a question has; *says* is an offer, '' where there is none. */
export interface CardSupport {
  says: string;
  steps: WorkedStep[];
  turn: string;
  given: boolean;
  cued: boolean;
  hints: string[];
  can_hint: boolean;
  wish: string;
  can_check: boolean;
}

/** What a sentence can be tied to, under the topic that it is about; none stands twice. */
export interface OfferedClaims {
  name: string;
  claims: Option[];
}

/** What a page needs to know of a bank once, whatever case it shows. */
export interface CardBank {
  notice: string;
  checklist: ChecklistPart[];
  wishes: Option[];
  claims: OfferedClaims[];
  longest_reasons: number;
  longest_note: number;
  form: Fieldset[];
  silences: CitedSilence[];
}

/** An answer in the making; null: not chosen yet. *ties*: the claim of a marked sentence, by its number as text. */
export interface Choices {
  marked: number[];
  level: string | null;
  flags: Record<string, boolean>;
  lists: Record<string, string[]>;
  confidence: string | null;
  reasons: string;
  ties: Record<string, string>;
}

/** The choices so far, and the page that made them; *by* is '' where none did. */
export interface CardDraft {
  by: string;
  choices: Choices;
}

/** A case to open; *says* how hard it is and how long, *done* when and how it was answered, '' where it was not. */
export interface ListedCase {
  id: string;
  title: string;
  found_by: string;
  says: string;
  done: string;
}

/** What every stage shows; *cases* are null until they are asked for. */
export interface AnyStage extends FaceView {
  trainee: string;
  can_switch: boolean;
  new_code: string;
  notes: string[];
  cases: ListedCase[] | null;
}

/** There is no case to answer. */
export interface EmptyCard extends AnyStage {
  stage: "empty";
  attempt: null;
  says: string;
}

/** What is asked; *single*: no other case follows, *why* this one came; *glossary*: of words that stand in it. */
export interface AnyQuestion extends AnyStage {
  attempt: string;
  single: boolean;
  title: string;
  why: string;
  heading: string;
  earlier: EarlierPoint[];
  glossary: Term[];
}

/** Before the commit; nothing in it gives the answer away. */
export interface AskedCard extends AnyQuestion {
  stage: "answer";
  prose: Run[][];
  support: CardSupport;
}

/** The entry check: each of *prompts* is to be answered by one of *options*; *about* says what passes. */
export interface CheckCard extends AnyStage {
  stage: "check";
  attempt: string;
  single: boolean;
  about: string;
  prompts: string[];
  options: Option[];
}

/** After the commit; *support* is what the answer had, *twins* are the ids of those that can come next. */
export interface ComparedCard extends AnyQuestion {
  stage: "compared";
  support: string[];
  compared: Compared;
  explained: Explanation;
  twin: TwinCompared | null;
  twins: string[];
  more_points: boolean;
  discuss: string;
}

export type CardView = OneOf<EmptyCard | AskedCard | CheckCard | ComparedCard>;
