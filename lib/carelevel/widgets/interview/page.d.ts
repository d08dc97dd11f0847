// What the page of an interview knows of itself.

import type { CardPage } from "../card/page.js";
import type { AskingInterview } from "./view.js";

export interface InterviewPage extends CardPage<AskingInterview> {
  /** The question whose answer stands under it. */
  latest?: string;
}
