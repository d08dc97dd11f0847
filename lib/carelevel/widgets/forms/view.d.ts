// What a trainee's form and a supervisor's groups are sent.
// Made from view.py by `make fix`.

import type { OneOf } from "../shared/one_of.js";
import type { FaceView, Option, Run, Term } from "../shared/view.js";

/** What stands on it at any time; *says* is '' where nothing is to be said. */
export interface AnyForm extends FaceView {
  notice: string;
  about: string;
  says: string;
}

/** A code is asked for. */
export interface NoForm extends AnyForm {
  question: null;
}

/** A slot of both forms: what the criteria say, and both answers. */
export interface ToldSlot {
  name: string;
  before: string;
  theirs_before: string;
  after: string;
  theirs_after: string;
}

/** The form is in; *rows* are told when both are. */
export interface WholeForm extends AnyForm {
  question: null;
  code: string;
  rows: ToldSlot[];
  more: string;
}

/** A note, by its *lines*, or a story, by its *prose*; *question* names it. */
export interface AskedForm extends AnyForm {
  question: string;
  code: string;
  title: string;
  lines: string[];
  prose: Run[][];
  glossary: Term[];
  legend: string;
  options: Option[];
  chosen: string;
}

/** A row of a group's list; *arm* is '' where the group is not split. */
export interface CodesOfPlace {
  place: string;
  before: string;
  after: string;
  arm: string;
}

/** A part of the forms, or of the group: how many trainees, both shares, and the gain; '' where it is silent. */
export interface GainRow {
  name: string;
  n: number;
  before: string;
  after: string;
  gain: string;
}

/** A registered group: sentences, the parts of its gain, and its codes. */
export interface ShownGroup {
  id: string;
  title: string;
  says: string[];
  rows: GainRow[];
  codes: CodesOfPlace[];
}

/** Every group, the latest first; *none* says that there is none, *about* what a group is. */
export interface GroupsView extends FaceView {
  notice: string;
  about: string;
  none: string;
  method: string;
  groups: ShownGroup[];
}

export type FormView = OneOf<NoForm | WholeForm | AskedForm>;
