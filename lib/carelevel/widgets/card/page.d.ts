// What a trainee's card knows of itself.

import type { AwayClock } from "../shared/away.js";
import type { Page } from "../shared/page.js";
import type { FaceView } from "../shared/view.js";
import type { CardView, Choices } from "./view.js";

/** A question that has to be answered before the commit. */
export interface Required {
  says: string;
  isMissing: () => boolean;
  showMissing: (shown: boolean) => void;
  focus: () => void;
}

/** *View*: of one stage, where only that stands there. */
export interface CardPage<View extends FaceView = CardView> extends Page<View> {
  /** How long nobody saw the question. */
  away: AwayClock;
  top: HTMLElement;
  body: HTMLElement;
  choosing?: HTMLDetailsElement;
  /** The stage and the attempt that stand there. */
  page: string;
  choices: Choices;
  /** What follows the choices, and who has to be told of them. */
  shown: (() => void)[];
  required: Required[];
  button: HTMLElement | null;
  /** The support beside the decision, and what of the view it shows. */
  support?: { element: HTMLElement; shown: string };
  note?: HTMLTextAreaElement;
  /** Shows what a stage that stands there has grown by. */
  grow?: (waited: boolean) => void;
  /** The turn of the message with the choices that the page holds; undefined where all are kept. */
  holding?: number;
  typing?: ReturnType<typeof setTimeout>;
}
