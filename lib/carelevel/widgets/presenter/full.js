// The stage in full screen, or where that is not allowed over the browser's whole window.

/** @import { PresenterPage } from "./page.js" */

/** @param {PresenterPage} card */
export function isFull(card) {
  return document.fullscreenElement === card.frame || card.frame.hasAttribute("popover");
}

/** @param {PresenterPage} card */
export async function enterFull(card) {
  try {
    await card.frame.requestFullscreen();
  } catch {
    card.frame.popover = "manual"; // not allowed here: it fills the browser's window instead
    card.frame.showPopover();
  }
  card.stage.focus();
  showFull(card);
}

/** @param {PresenterPage} card */
export function leaveFull(card) {
  if (document.fullscreenElement === card.frame) document.exitFullscreen();
  if (card.frame.hasAttribute("popover")) {
    card.frame.hidePopover();
    card.frame.removeAttribute("popover");
  }
  showFull(card);
  card.stage.focus();
}

/** @param {PresenterPage} card */
export function showFull(card) {
  card.frame.classList.toggle("cl-full", isFull(card));
}
