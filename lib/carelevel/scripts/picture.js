// The projected picture, on the screen's own page and on the presenter's card: its type as large as it goes, its clock.

import { fill } from "./saying.js";

/** @typedef {{ left: string, over: string }} ClockWords */

const SIZES = [4.4, 4.2, 4, 3.8, 3.6, 3.4, 3.2, 3, 2.8, 2.6, 2.4, 2.2]; // hundredths of the screen's height
const SHARES = [3, 2.5, 2, 1.5, 3.5]; // fifths of its width that the story may have
const TERSER = ["", " terse", " terse terser"]; // first without what phones tell too, then what decides alone
const LEGIBLE = 2.8; // what the back row reads with ease

// The largest type in which all stands on one screen, then in each column alone; the server could only estimate it.
// Where it does not in the smallest either, something is left out; of a story that is still to be judged, as soon as
// all of it would not stand in legible type.
/** @param {ParentNode} picture */
export function fit(picture) {
  /** @type {HTMLElement[]} */
  const columns = [].slice.call(picture.querySelectorAll(".columns > div"));
  /** @param {number} share */
  const divide = (share) => columns.forEach((column) => column.style.setProperty("--share", `${share}`));
  /** @param {HTMLElement} column @param {number} size */
  const stands = (column, size) => {
    column.style.setProperty("--type", `${size}`);
    return column.scrollHeight <= column.clientHeight;
  };
  /** @param {number} size */
  const allStand = (size) => columns.filter((column) => !stands(column, size)).length === 0;
  const shares = columns.length > 1 ? SHARES : SHARES.slice(0, 1);
  /** @param {string} terse @param {number[]} sizes */
  const fitsIn = (terse, sizes) => {
    columns.forEach((column) => {
      column.className = column.className.replace(/ terse.*/, "") + terse;
    });
    return sizes.some((size) =>
      shares.some((share) => {
        divide(share);
        return allStand(size);
      }),
    );
  };
  const least = isJudged(picture) ? SIZES[SIZES.length - 1] : LEGIBLE;
  const [whole, terse] = TERSER;
  const legible = SIZES.filter((size) => size >= least);
  const smaller = SIZES.filter((size) => size < least);
  const fits =
    [whole, terse].some((left) => fitsIn(left, legible)) ||
    smaller.some((size) => [whole, terse].some((left) => fitsIn(left, [size]))) ||
    fitsIn(TERSER[2], SIZES);
  if (fits) columns.forEach((column) => SIZES.some((size) => stands(column, size)));
}

// Whether the back row may find the story's type small, before it is told what decides.
/** @param {ParentNode} picture */
export function isSmall(picture) {
  const story = /** @type {HTMLElement | null} */ (picture.querySelector(".columns > div"));
  return story !== null && !isJudged(picture) && Number(story.style.getPropertyValue("--type")) < LEGIBLE;
}

/** @param {ParentNode} picture */
function isJudged(picture) {
  return picture.querySelector(".answer") !== null;
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
