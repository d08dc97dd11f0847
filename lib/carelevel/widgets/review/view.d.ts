// What the pages of a bank's review are sent.
// Made from view.py by `make fix`.

import type { OneOf } from "../shared/one_of.js";
import type { EarlierPoint, FaceView, Option, Run, Term } from "../shared/view.js";

/** A cell of the table of cases; its column sorts by *by*. */
export interface Cell {
  text: string;
  by: string | number;
}

/** A row of the table of cases; *groups* says which it portrays, '' where none is known. */
export interface CaseRow {
  id: string;
  title: string;
  groups: string;
  about: string;
  levels: string[];
  difficulty: number;
  status: string;
  says: string;
  has_hits: boolean;
  cells: Cell[];
}

/** A choice among the cases, by a *part* of their rows. */
export interface CaseFilter {
  part: string;
  name: string;
  options: Option[];
}

/** Lines under a title. */
export interface NamedList {
  title: string;
  lines: string[];
}

/** The cases of a bank, and above them what is wrong with any. */
export interface CasesView extends FaceView {
  says: string;
  lists: NamedList[];
  columns: string[];
  rows: CaseRow[];
  about: string[];
  filters: CaseFilter[];
  editor: string;
}

/** Whose answers these are, and whether one can be taken back; *says* stands where no question is left. */
export interface AnyAnswers extends FaceView {
  code: string;
  can_switch: boolean;
  new_code: string;
  notice: string;
  can_go_back: boolean;
  says: string;
}

/** There is no decision point left. */
export interface AllAnswered extends AnyAnswers {
  question: null;
}

/** One decision point to answer, by its key: *place* of *of* cases; *chosen* was answered before. */
export interface AskedBlind extends AnyAnswers {
  question: string;
  place: number;
  of: number;
  title: string;
  heading: string;
  earlier: EarlierPoint[];
  prose: Run[][];
  glossary: Term[];
  legend: string;
  options: Option[];
  chosen: string | null;
}

/** A decision point on which supervisors part; *kept* is the dissent that is in its file, '' without one. */
export interface PartedPoint {
  point: string;
  title: string;
  says: string;
  kept: string;
  options: Option[];
}

/** How far supervisors agree, and where they part. */
export interface PartingsView extends FaceView {
  says: string[];
  about: string[];
  first: string;
  none: string;
  parted: PartedPoint[];
}

/** One report; *dealt_with* says when it was, '' where it is open. */
export interface ReportNote {
  report: string;
  where: string;
  note: string;
  dealt_with: string;
}

/** A case with its reports, the newest first. */
export interface ReportedCase {
  case: string;
  title: string;
  notes: ReportNote[];
}

/** What trainees reported, the case with the newest report first; *more* counts what is left out. */
export interface ReportsView extends FaceView {
  says: string;
  cases: ReportedCase[];
  more: string;
}

/** Where lines stand: those of a value, which alone leads to *level*, or those that show nothing. */
export interface LineGroup {
  key: string;
  name: string;
  count: string;
  level: string;
  rules: string;
}

/** A line of the chosen group; *note* says that it is changed, *problems* what is wrong with it. */
export interface EditedLine {
  place: number;
  text: string;
  says: string;
  bars: string;
  tags: string;
  note: string;
  problems: string[];
}

/** A note as trainees get it; *heard* are the places of lines that were just changed. */
export interface DrawnNote {
  title: string;
  lines: string[];
  heard: number[];
}

/** The lines of the *chosen* group, to be edited; no groups where the bank's file cannot be read, or is not there. */
export interface NoteLinesView extends FaceView {
  says: string[];
  found: string[];
  found_title: string;
  groups: LineGroup[];
  chosen: string;
  leads: string;
  few: string;
  lines: EditedLine[];
  tags: string;
  unsaved: string;
  changes: string[];
  stopped: string[];
  codes: string;
  notes_title: string;
  notes_open: boolean;
  notes: DrawnNote[];
}

export type AnswersView = OneOf<AllAnswered | AskedBlind>;
