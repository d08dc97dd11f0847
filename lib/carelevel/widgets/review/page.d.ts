// What the pages of a bank's review know of themselves.

import type { Page } from "../shared/page.js";
import type { AnswersView, CasesView, PartingsView, ReportsView } from "./view.js";

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
  shown?: string;
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
