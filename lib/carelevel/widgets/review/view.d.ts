// What Python sends to the pages of a bank's review.

import type { EarlierPoint, FaceView, Option, Prose } from "../shared/view.js";

/** Of a question there is all of it, or only its key, which is null. */
export interface AnswersView extends FaceView {
  code: string;
  notice: string;
  question: string | null;
  can_go_back: boolean;
  says: string;
  place: number;
  of: number;
  title: string;
  heading: string;
  earlier: EarlierPoint[];
  prose: Prose;
  legend: string;
  options: Option[];
  chosen: string | null;
}

export interface Parted {
  point: string;
  title: string;
  says: string;
  kept: string;
  options: Option[];
}

export interface PartingsView extends FaceView {
  says: string[];
  about: string[];
  first: string;
  none: string;
  parted: Parted[];
}

/** A row of the table of cases; a column sorts by *by*. */
export interface CaseRow {
  id: string;
  cells: { text: string; by: string | number }[];
}

export interface CasesView extends FaceView {
  says: string;
  lists: { title: string; lines: string[] }[];
  columns: string[];
  rows: CaseRow[];
  about: string[];
}
