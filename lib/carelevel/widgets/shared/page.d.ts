// What a page knows of itself, whatever its face.

import type { AnyModel } from "@anywidget/types";
import type { Announcement, Answered, FaceView, Words } from "./view.js";

export type Child = Node | string | null | undefined | Child[];

/** What an element is made with; what is null, undefined or false is left out. */
export interface Attributes {
  [name: string]: unknown;
  onclick?: (event: MouseEvent) => unknown;
  onmousedown?: (event: MouseEvent) => unknown;
  onkeydown?: (event: KeyboardEvent) => unknown;
  oninput?: (event: Event) => unknown;
  onchange?: (event: Event) => unknown;
  onsubmit?: (event: Event) => unknown;
}

/** What a page asks: Python reads *do*, and the rest by it. */
export type Asked = { do: string } & Record<string, unknown>;

/** Shows the view; *waited*: this page has asked for it. */
export type Show<Own> = (page: Own, waited: boolean) => void;

export interface Page<View extends FaceView = FaceView> {
  model: AnyModel;
  words: Words;
  /** What the view, a state of the kernel, says; there once `follow` is called. */
  view: View;
  answered: Answered;
  me: string;
  turn: number;
  said: number;
  own: boolean;
  patience: number;
  waiting: (() => void) | null;
  slow: { after: number; done: () => unknown }[];
  live: HTMLElement;
  message: HTMLElement;
  root: HTMLElement;
  /** Called when the page waits no more, when nothing was heard, and with each new message. */
  rest?: () => void;
  unheard?: () => void;
  heard?: (message: Announcement) => unknown;
}
