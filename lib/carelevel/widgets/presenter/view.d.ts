// What Python sends to the presenter's card.

import type { FaceView } from "../shared/view.js";

export interface OrderEntry {
  id: string;
  name: string;
  here: boolean;
}

export interface Chosen<Value> {
  value: Value;
  name: string;
  chosen: boolean;
}

export interface Host extends Chosen<string> {
  about: string;
}

export interface Settings {
  marks: boolean;
  tally_early: boolean;
  minutes: Chosen<number>[];
  keep_hours: Chosen<number>[];
  host: Host[];
}

export interface Hands {
  levels: { id: string; name: string }[];
  counts: Record<1 | 2, Record<string, number>>;
}

export interface Private {
  discuss: string;
  advice: string;
  answer: string;
  missed: string[] | null;
  twins: { id: string; says: string }[];
}

export interface Joining {
  code: string;
  address: string;
  hosts: Host[];
}

/** What is prepared; and while a room is open all from *at* on. */
export interface PresenterView extends FaceView {
  stage: "setup" | "room";
  order: OrderEntry[];
  rehearsal: string;
  settings: Settings;
  last: string;
  at: string;
  headline: string;
  next: string;
  can_back: boolean;
  steps: { step: string; name: string; here: boolean }[];
  blank: boolean;
  tally: boolean | null;
  timer: { on: boolean; minutes: number; says: string } | null;
  private: Private | null;
  hands: Hands | null;
  joining: Joining;
  keep: string;
}

/** A case to choose. */
export interface PresentedCase {
  id: string;
  title: string;
  about: string;
  points: string[];
  answers: string[];
  twins: { id: string; says: string }[];
}
