// What Python sends to every page, and what several faces are sent alike.

/** The page's words by their names, with {slots}. */
export type Words = Record<string, string>;

export interface Message {
  says: string;
  problems: string[];
  kind: string;
  number: number;
}

export interface FaceView {
  message: Message | null;
}

/** Which message of which page the view answers. */
export interface Answered {
  by: string;
  turn: number;
}

/** A file that comes packed. */
export interface SentFile {
  file: string;
  type: string;
  by: string;
}

export type Sign = "caught" | "missed" | "changed";

export interface Run {
  at: number;
  text: string;
  sentence: number | null;
  stressed: boolean;
  marked?: boolean;
  signs?: Sign[];
  phrase?: number;
}

export type Prose = Run[][];

export interface EarlierPoint {
  heading: string;
  prose: Prose;
}

export interface Option {
  value: string;
  name: string;
  about?: string;
}

export interface Finding {
  id: string;
  name: string;
  ask: string;
  values: { id: string; says: string }[];
}

export interface Claim {
  says: string;
  where: string;
}

export interface Reason {
  name: string;
  effect: string;
  says: string[];
  phrases: string[];
  claims: Claim[];
}

export interface Objection {
  level: string;
  says: string[];
}

export interface Change {
  says: string;
  ifs: string[];
}

export interface GivenList {
  name: string;
  items: { name: string; says: string; claims: Claim[] }[];
}

export interface Given {
  level: string;
  lists: GivenList[];
}

export interface Silence {
  says: string;
  references: string[];
}

export interface Explained {
  level: string;
  summary: string;
  basis: string;
  settled: string;
  reasons: Reason[];
  why_not: Objection[];
  changes: Change[];
  ask: string[];
  given: Given[];
  standing: string[];
}
