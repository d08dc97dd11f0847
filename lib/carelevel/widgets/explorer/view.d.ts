// What the explorer's page is sent.
// Made from view.py by `make fix`.

import type { Explanation, FaceView, OfferedFinding } from "../shared/view.js";

/** Findings that stand together. */
export interface FindingGroup {
  title: string;
  findings: OfferedFinding[];
}

/** A decision point, counted from 0, whose findings one can begin with. */
export interface Preset {
  case: string;
  point: number;
  title: string;
}

/** What the page needs to know of the bank once, whatever is stated. */
export interface ExplorerBank {
  notice: string;
  groups: FindingGroup[];
  presets: Preset[];
}

/** A level on the ladder; *possible*: further findings could lead to it, from the one that *begins* the reach. */
export interface Rung {
  name: string;
  place: "recommended" | "accepted" | "possible" | "closed";
  possible: boolean;
  says: string;
  begins: boolean;
  ends: boolean;
}

/** What is stated, by finding, and what the criteria make of it; *accepted* names the levels beside *level*. */
export interface ExplorerView extends FaceView {
  findings: Record<string, string>;
  level: string;
  referred: boolean;
  accepted: string;
  rungs: Rung[];
  explained: Explanation;
}
