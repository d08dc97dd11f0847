// What the pages of a bank's review know of themselves.

import type { Page } from "../shared/page.js";
import type { AnswersView, PartingsView } from "./view.js";

export interface AnswersPage extends Page<AnswersView> {
  body: HTMLElement;
  shown?: string;
}

export interface PartingsPage extends Page<PartingsView> {
  body: HTMLElement;
  shown?: string;
  /** The point whose dissent is on its way. */
  dissented: string | null;
}
