// What the pages of a bank's review know of themselves.

import type { Page } from "../shared/page.js";
import type { AnswersView, CasesView, NoteLinesView, PartingsView, ReportsView } from "./view.js";

/** How the table of cases is sorted and narrowed down. */
export interface Chosen {
  search: string;
  column: number;
  down: boolean;
  filters: Record<string, string>;
}

export interface CasesPage extends Page<CasesView> {
  body: HTMLElement;
  chosen: Chosen;
  shown?: CasesView;
}

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

export interface ReportsPage extends Page<ReportsView> {
  body: HTMLElement;
  shown?: string;
}

export interface NoteLinesPage extends Page<NoteLinesView> {
  body: HTMLElement;
  shown?: string;
  /** The place of the line that is being reworded. */
  open: number | null;
  /** The form for a new line, which keeps what is typed while the lines around it change. */
  adding: LineForm;
  /** What the focus goes to once the lines have changed, by its data-key. */
  next: string;
}

/** The fields of a line. */
export interface LineForm {
  form: HTMLFormElement;
  text: HTMLTextAreaElement;
  says: HTMLInputElement;
  bars: HTMLInputElement;
}
