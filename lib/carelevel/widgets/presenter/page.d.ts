// What the presenter's card knows of itself.

import type { Asked, Page } from "../shared/page.js";
import type { FaceView } from "../shared/view.js";
import type { PresenterView } from "./view.js";

/** *View*: of one stage, where only that stands there. */
export interface PresenterPage<View extends FaceView = PresenterView> extends Page<View> {
  /** What of the card is built again where what it shows has changed. */
  parts: Record<string, { root: HTMLElement; shown: string }>;
  find: string;
  /** The keys of the parts of the criteria by which cases are chosen, and for how many minutes. */
  ticked: Set<string>;
  minutes: string;
  /** What of the preparing was asked and is not answered, with the number of each message. */
  unanswered: { turn: number; message: Asked }[];
  /** Whether what an earlier page held was asked again. */
  tookUp: boolean;
  stood?: string;
  at?: string;
  night: boolean;
  /** The windows that this page has opened. */
  screens: Window[];
  /** How large the second screen is that was opened last. */
  wall: { width: number; height: number } | null;
  deadline: number | null;
  drawn?: string;
  came: HTMLElement;
  /** That the type of the story is small on the wall. */
  small: HTMLElement;
  halls: HTMLElement;
  trouble: HTMLElement;
  rehearsal: HTMLElement;
  body: HTMLElement;
  stage: HTMLElement;
  screen: HTMLElement;
  /** What the screen is measured by, as large as the wall and made smaller to the stage. */
  projector: HTMLElement;
  sized?: string;
  frame: HTMLElement;
  /** What was said in full screen, until something else is shown. */
  full: HTMLElement;
  fitting: ResizeObserver;
}
