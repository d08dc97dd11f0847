// What the page of a trainee's earlier answers is sent.
// Made from view.py by `make fix`.

import type { FaceView, Option, ToldAnswer } from "../shared/view.js";

/** One answer in the list: its id, its case, and what came of it then. */
export interface EarlierAnswer {
  id: string;
  title: string;
  says: string;
  sign: string;
  verdict: string;
}

/** One question by which answers are chosen; *name* is the part of a selection that it sets. */
export interface Narrowing {
  name: string;
  legend: string;
  options: Option[];
}

/** An answer told again; *newer* and *older* are the ids of those beside it in the list, '' at its ends. */
export interface OpenedAnswer {
  told: ToldAnswer;
  notes: string[];
  newer: string;
  older: string;
}

/** One page of the answers that are chosen, the latest first; *narrowing* is null until it is asked for. */
export interface EarlierView extends FaceView {
  title: string;
  says: string;
  chosen: string;
  selection: Record<string, string>;
  narrowing: Narrowing[] | null;
  answers: EarlierAnswer[];
  page: number;
  pages: number;
  opened: OpenedAnswer | null;
}
