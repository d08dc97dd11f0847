// What the presenter's card is sent, beside the picture that everybody sees.
// Made from view.py by `make fix`.

import type { OneOf } from "../shared/one_of.js";
import type { FaceView } from "../shared/view.js";

/** An entry of the running order; *here*: the room is at it, *minutes*: how long it may take, '' where unknown. */
export interface OrderEntry {
  id: string;
  name: string;
  here: boolean;
  minutes: string;
  ask_first: boolean;
  met: boolean;
  case: string;
  twin: string;
  point: number;
}

/** A number to choose. */
export interface NumberChoice {
  value: number;
  name: string;
  chosen: boolean;
}

/** Who may join, by the address that serves the pages: '' for nobody. */
export interface HostChoice {
  value: string;
  name: string;
  about: string;
  chosen: boolean;
}

/** Who may join; *typed*: another address may be typed. */
export interface Hosts {
  choices: HostChoice[];
  typed: boolean;
}

/** How the facilitator wants it; *minutes* of a vote, *talk_minutes* of a discussion. */
export interface Settings {
  marks: boolean;
  tally_early: boolean;
  third_vote: boolean;
  pairs: boolean;
  watch: boolean;
  minutes: NumberChoice[];
  talk_minutes: NumberChoice[];
  keep_hours: NumberChoice[];
}

/** A twin that can be presented. */
export interface OtherTwin {
  id: string;
  says: string;
}

/** A part of the criteria to choose cases by, and how many exercise it. */
export interface PartChoice {
  key: string;
  group: string;
  name: string;
  cases: number;
}

/** One decision point of a story, to read while choosing. */
export interface ToldPoint {
  heading: string;
  paragraphs: string[];
}

/** A case to choose, with what the criteria answer at each decision point; *exercises* are keys of parts. */
export interface PresentedCase {
  id: string;
  title: string;
  found_by: string;
  about: string;
  points: string[];
  answers: string[];
  twins: OtherTwin[];
  exercises: string[];
  stories: ToldPoint[];
}

/** Before a room is open; *last* says that an earlier one is kept, '' without one. */
export interface SetupView extends FaceView {
  stage: "setup";
  order: OrderEntry[];
  total: string;
  settings: Settings;
  hosts: Hosts;
  last: string;
  rehearsal: string;
}

/** A step of the case that the room is at. */
export interface StepChoice {
  step: string;
  name: string;
  here: boolean;
}

/** Whether a timer runs, and how long the next would. */
export interface Timer {
  on: boolean;
  minutes: number;
  says: string;
}

/** A question that the presenter can ask, whatever the vote says; *says*: its name on the wall, and the question. */
export interface QuestionChoice {
  id: string;
  says: string;
}

/** Questions of one topic. */
export interface QuestionChoices {
  topic: string;
  questions: QuestionChoice[];
}

/** What only the presenter sees; *leap*: the step that the advice leads to, null where that is the next. */
export interface PrivateStrip {
  discuss: string;
  advice: string;
  leap: StepChoice | null;
  answer: string;
  missed: string[] | null;
  twins: OtherTwin[];
  questions: QuestionChoices[];
}

/** A choice that hands are raised for. */
export interface LevelName {
  id: string;
  name: string;
}

/** What was counted by hand so far: by round, and by choice; the third where a twin can be voted on. */
export interface HandCounts {
  levels: LevelName[];
  counts: Record<string, Record<string, number>>;
}

/** How one joins; *address* is '' where nobody can, *closed*: the door is, for whoever is not in. */
export interface Joining {
  code: string;
  address: string;
  hosts: Hosts;
  closed: boolean;
  shown: boolean | null;
}

/** While a room is open; counts that change with every vote are not in it. */
export interface RoomView extends FaceView {
  stage: "room";
  order: OrderEntry[];
  total: string;
  rehearsal: string;
  at: string;
  headline: string;
  next: string;
  skip: string;
  thanked: boolean;
  can_back: boolean;
  steps: StepChoice[];
  blank: boolean;
  night: boolean | null;
  tally: boolean | null;
  timer: Timer | null;
  private: PrivateStrip | null;
  hands: HandCounts | null;
  joining: Joining;
  settings: Settings;
  keep: string;
}

/** How many have chosen a level so far. */
export interface LevelVotes {
  level: string;
  votes: number;
}

/** What changes with every vote; *ends*: when the timer does, in milliseconds since 1970. */
export interface Live {
  count: string;
  here: string;
  ends: number | null;
  reached: string;
  seats: string;
  turned_away: string;
  trouble: string;
  votes: LevelVotes[];
  closing: string;
}

/** What everybody sees, as HTML; another *key* is another picture. */
export interface Picture {
  key: string;
  html: string;
}

/** A link that opens the screen once, for the page that asked for it. */
export interface SentScreen {
  screen: string;
  by: string;
}

export type PresenterView = OneOf<SetupView | RoomView>;
