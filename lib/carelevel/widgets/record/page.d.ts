// What the page of a record knows of itself.

import type { Page } from "../shared/page.js";
import type { RecordView } from "./view.js";

export interface RecordPage extends Page<RecordView> {
  count: HTMLElement;
  code: HTMLInputElement;
  erasing: HTMLDetailsElement;
}
