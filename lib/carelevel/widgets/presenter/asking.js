// What the presenter's card asks the kernel, and how what is said of it is brought into sight.

import { make } from "../shared/dom.js";
import { say, send } from "../shared/kernel.js";
import { isFull } from "./full.js";

/** @import { PresenterPage } from "./page.js" */

const SCREEN_WINDOW = "popup,width=1280,height=720"; // a window of its own, to be moved to the other display

// A step from where this page is: pressed twice before the kernel answers, it is still one.
/** @param {PresenterPage} card @param {string} step @param {Record<string, unknown>} [beside] */
export function take(card, step, beside = {}) {
  send(card, { do: step, at: card.view.at, ...beside });
}

// A button far down the card was pressed: what is said of it stands at the top.
/** @param {PresenterPage} card */
export function bringMessage(card) {
  if (card.root.contains(document.activeElement) && !isFull(card)) card.message.scrollIntoView({ block: "nearest" });
}

// The window opens by itself where the browser lets it; else a link to press stands on the card.
/** @param {PresenterPage} card @param {{ screen: string, by: string }} sent */
export function openScreen(card, { screen, by }) {
  if (by !== card.me) return;
  const opened = window.open(screen, "_blank", SCREEN_WINDOW);
  if (opened) {
    opened.opener = null;
    return;
  }
  const link = make("a", { href: screen, target: "_blank", rel: "noopener noreferrer" }, card.words.screen_link);
  say(card, card.words.screen_open, " ", link);
  bringMessage(card);
}
