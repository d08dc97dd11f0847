// What the explorer's page knows of itself.

import type { Page } from "../shared/page.js";
import type { ExplorerView } from "./view.js";

export interface ExplorerPage extends Page<ExplorerView> {
  selects: Map<string, HTMLSelectElement>;
  answer: HTMLElement;
  /** The answer in a line, in view while findings are set on a narrow page. */
  standing: HTMLElement;
  preset: HTMLSelectElement;
  count: HTMLElement;
}
