// What the presenter's card sends to the kernel, and says of its answers.

import { make } from "../shared/dom.js";
import { isFull } from "./full.js";

const SLOW_MS = 700; // after so long the card says that it is at work
const PATIENCE_MS = 25_000; // after so long without an answer it says that the kernel is silent

const SCREEN_WINDOW = "popup,width=1280,height=720"; // a window of its own, to be moved to the other display

export function showMessage(card) {
  const { message } = card.view;
  sayHere(card, ...(message ? [message.says] : (card.offered ?? [])));
  if (!message || message.number === card.said) return;
  card.said = message.number;
  announce(card, message.says);
  bringMessage(card);
}

function sayHere(card, ...says) {
  card.message.hidden = !says.join("");
  card.message.replaceChildren(...says);
}

// A button far down the card was pressed: what is said of it stands at the top.
function bringMessage(card) {
  if (card.root.contains(document.activeElement) && !isFull(card)) card.message.scrollIntoView({ block: "nearest" });
}

export function announce(card, says) {
  card.live.textContent = "";
  card.live.textContent = says;
}

// The window opens by itself where the browser lets it; else a link to press stands on the card.
export function openScreen(card, { screen, by }) {
  if (by !== card.me) return;
  stopWaiting(card);
  const opened = window.open(screen, "_blank", SCREEN_WINDOW);
  if (opened) {
    opened.opener = null;
    return;
  }
  const link = make("a", { href: screen, target: "_blank", rel: "noopener noreferrer" }, card.words.screen_link);
  card.offered = [card.words.screen_open, " ", link]; // the view that comes with it leaves it standing
  sayHere(card, ...card.offered);
  announce(card, card.words.screen_open);
  bringMessage(card);
}

export function ask(card, message) {
  stopWaiting(card);
  card.offered = null;
  const silent = () => {
    stopWaiting(card);
    sayHere(card, card.words.silent);
    announce(card, card.words.silent);
  };
  card.waiting = [setTimeout(() => sayHere(card, card.words.working), SLOW_MS), setTimeout(silent, PATIENCE_MS)];
  try {
    card.model.send(message);
  } catch {
    silent();
  }
}

// A step from where this page is: pressed twice before the kernel answers, it is still one.
export function take(card, step, beside = {}) {
  ask(card, { do: step, at: card.view.at, ...beside });
}

export function stopWaiting(card) {
  card.waiting?.forEach(clearTimeout);
  card.waiting = null;
}
