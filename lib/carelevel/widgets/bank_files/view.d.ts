// What the page of a bank's files is sent.
// Made from view.py by `make fix`.

import type { FaceView } from "../shared/view.js";

/** The cases to take along: titles by ids. */
export interface BankFilesView extends FaceView {
  cases: Record<string, string>;
}
