// What the page of a record knows of itself.

import type { Page } from "../shared/page.js";
import type { RecordView } from "./view.js";

export interface RecordPage extends Page<RecordView> {
  count: HTMLElement;
  /** The file that was sent last, and the button by which what is in it under another code is one's own. */
  file: File | null;
  whose: HTMLElement;
  code: HTMLInputElement;
  erasing: HTMLDetailsElement;
}
