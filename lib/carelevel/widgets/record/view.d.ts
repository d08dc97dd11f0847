// What the page of a trainee's record is sent.
// Made from view.py by `make fix`.

import type { FaceView } from "../shared/view.js";

/** Whose record it is, and how much is in it. */
export interface RecordView extends FaceView {
  code: string;
  says: string;
}
