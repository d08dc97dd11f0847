// What Python sends to the explorer.

import type { Explained, FaceView, Finding } from "../shared/view.js";

export interface Group {
  title: string;
  findings: Finding[];
}

export interface Preset {
  case: string;
  point: number;
  title: string;
}

export interface ExplorerBank {
  notice: string;
  groups: Group[];
  presets: Preset[];
}

export interface Rung {
  name: string;
  place: "recommended" | "accepted" | "possible" | "closed";
  possible: boolean;
  says: string;
  begins: boolean;
  ends: boolean;
}

export interface ExplorerView extends FaceView {
  findings: Record<string, string>;
  level: string;
  referred: boolean;
  accepted: string;
  rungs: Rung[];
  explained: Explained;
}
