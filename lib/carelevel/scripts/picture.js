// The projected picture, on the screen's own page and on the presenter's card: its type as large as it goes, its clock.

import { fill } from "./saying.js";

/** @typedef {{ left: string, over: string }} ClockWords */

const SIZES = [44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20]; // as the style knows them, s44 to s20

// The largest type in which the story stands on one screen; the server could only estimate it.
/** @param {ParentNode} picture */
export function fit(picture) {
  const columns = picture.querySelector(".columns");
  const story = picture.querySelector(".columns > :first-child");
  if (!columns || !story) return;
  SIZES.some((size) => {
    columns.className = `columns s${size}`;
    return story.scrollHeight <= story.clientHeight;
  });
}

// The time that is left until *deadline*, which is null where none runs.
/** @param {HTMLElement} clock @param {number | null} deadline @param {ClockWords} words */
export function showClock(clock, deadline, words) {
  clock.hidden = deadline === null;
  if (deadline === null) return;
  const says = timeSays(deadline - Date.now(), words);
  if (clock.textContent !== says) clock.textContent = says;
}

/** @param {number} ms @param {ClockWords} words */
export function timeSays(ms, { left, over }) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const twoDigits = `0${seconds % 60}`.slice(-2);
  return seconds ? fill(left, { minutes: Math.floor(seconds / 60), seconds: twoDigits }) : over;
}
