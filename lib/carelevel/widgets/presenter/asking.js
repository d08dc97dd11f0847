// What the presenter's card asks the kernel, and how what is said of it is brought into sight.

import { listenTo } from "../../scripts/clicker.js";
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

// A button far down the card was pressed: what is said of it stands at the top, in full screen below the picture.
/** @param {PresenterPage} card */
export function bringMessage(card) {
  if (isFull(card)) card.full.textContent = card.message.textContent;
  else if (card.root.contains(document.activeElement)) card.message.scrollIntoView({ block: "nearest" });
}

// The window opens by itself where the browser lets it; else a link to press stands on the card.
/** @param {PresenterPage} card @param {{ screen: string, by: string }} sent */
export function openScreen(card, { screen, by }) {
  if (by !== card.me || openWindow(card, screen)) return;
  /** @param {Event} event */
  const onclick = (event) => openWindow(card, screen) && event.preventDefault();
  const leads = { href: screen, target: "_blank", rel: "noopener noreferrer", class: "cl-main", onclick };
  say(card, card.words.screen_open, " ", make("a", leads, card.words.screen_link));
  bringMessage(card);
}

/** @param {PresenterPage} card @param {string} screen */
function openWindow(card, screen) {
  const opened = window.open(screen, "_blank", SCREEN_WINDOW);
  if (!opened) return false;
  opened.opener = null;
  card.screens.push(opened);
  return true;
}

// The windows that this card has opened hand their keys on to it.
/** @param {PresenterPage} card */
export function listen(card) {
  card.screens = card.screens.filter((opened) => !opened.closed);
  if (!card.screens.length) card.wall = null;
  card.screens.forEach(listenTo);
}
