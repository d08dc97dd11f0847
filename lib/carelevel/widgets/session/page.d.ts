// What the page of the sessions knows of itself.

import type { Page } from "../shared/page.js";
import type { SessionView } from "./view.js";

export interface SessionPage extends Page<SessionView> {
  report: HTMLElement;
  tools: HTMLElement;
  rooms: HTMLSelectElement;
  choice: HTMLElement;
  until: HTMLInputElement;
  deleting: HTMLDetailsElement;
  list?: string;
  shown?: string;
}
