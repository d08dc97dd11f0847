// What the page of earlier answers knows of itself.

import type { Page } from "../shared/page.js";
import type { EarlierView } from "./view.js";

export interface EarlierPage extends Page<EarlierView> {
  narrowing: HTMLDetailsElement;
  body: HTMLElement;
  /** The link of a figure that was followed here. */
  figure: HTMLElement | null;
  /** Whether what is answered next is gone to. */
  moves: boolean;
}
