// What Python sends to the page of a bank's files.

import type { FaceView } from "../shared/view.js";

export interface BankFilesView extends FaceView {
  /** Titles by ids. */
  cases: Record<string, string>;
}
