// What the page of short notes knows of itself.

import type { AwayClock } from "../shared/away.js";
import type { Page } from "../shared/page.js";
import type { NotesView } from "./view.js";

export interface NotesPage extends Page<NotesView> {
  body: HTMLElement;
  /** What is chosen beside the level. */
  flags: Record<string, boolean>;
  /** When the note came into view, by performance.now(). */
  since: number;
  away: AwayClock;
  /** The attempt that is shown, and whether it was told. */
  shows: string;
}
