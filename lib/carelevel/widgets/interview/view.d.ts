// What the page of an interview is sent: the questions of a bank, what was told, and the way to the decision.
// Made from view.py by `make fix`.

import type { AnyQuestion, CardBank, ComparedCard, EmptyCard } from "../card/view.js";
import type { OneOf } from "../shared/one_of.js";

/** A question to ask, by its finding; *search*: other words by which somebody may look for it. */
export interface BankQuestion {
  id: string;
  name: string;
  ask: string;
  search: string[];
}

/** Questions that stand together. */
export interface Topic {
  title: string;
  questions: BankQuestion[];
}

/** What a card knows of a bank, its form without lists, and the questions: what is asked of everybody first. */
export interface InterviewBank extends CardBank {
  topics: Topic[];
}

/** What was told to a question: sentences of the story, or what the person says, or that nothing is known. */
export interface Learned {
  question: string;
  name: string;
  says: string[];
  is_told: boolean;
}

/** Before the decision: what is told without a question, and what was asked. */
export interface AskingInterview extends AnyQuestion {
  stage: "answer";
  opening: string;
  learned: Learned[];
}

/** After one question, the first before any: for each column whether it was still possible. */
export interface WayStep {
  question: string;
  open: boolean[];
  settles: boolean;
  after: boolean;
}

/** *says* when it was settled, *never* which safety questions were not asked, *fewest* what would have done. */
export interface WayTold {
  says: string[];
  never: string;
  fewest: string[];
  order: string[];
  columns: string[];
  steps: WayStep[];
  method: string;
  names: string[];
  enough: string;
}

/** After it, beside the comparison: the way. */
export interface DecidedInterview extends ComparedCard {
  way: WayTold;
}

export type InterviewView = OneOf<EmptyCard | AskingInterview | DecidedInterview>;
