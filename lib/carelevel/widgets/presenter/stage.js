// The stage: the picture that everybody sees, in a shadow root with the style of the screen's own page.

import { fit, isSmall, showClock } from "../../scripts/picture.js";
import { find, findAll, make } from "../shared/dom.js";
import { take } from "./asking.js";
import { isFull, leaveFull, showFull } from "./full.js";
import { control } from "./parts.js";

/** @import { PresenterPage } from "./page.js" */

/** @param {PresenterPage} card */
export function makeStage(card) {
  const { words, model } = card;
  card.stage = make("div", { class: "cl-stage", tabindex: 0, role: "group", "aria-label": words.picture });
  const shadow = card.stage.attachShadow({ mode: "open" });
  card.screen = make("section", { class: "screen", "aria-label": words.picture });
  card.projector = make("div", { class: "projector staged" }, card.screen);
  shadow.append(make("style", {}, model.get("sheet")), card.projector);
  card.full = make("p", { class: "cl-full-says" });
  card.frame = make("div", { class: "cl-frame" }, card.stage, card.full, frameBar(card));
  card.fitting = new ResizeObserver(() => showSize(card));
  card.fitting.observe(card.stage);
  card.frame.addEventListener("fullscreenchange", () => showFull(card));
  return card.frame;
}

// Full screen has no other buttons than these, which a pointer or the focus brings up.
/** @param {PresenterPage} card */
function frameBar(card) {
  const { words } = card;
  return make(
    "div",
    { class: "cl-frame-bar" },
    control(card, words.back, { key: "back" }, { does: () => take(card, "back") }),
    control(card, words.next, { key: "next" }, { does: () => take(card, "forward") }),
    control(card, words.leave, { key: "leave" }, { does: () => leaveFull(card) }),
  );
}

// The templates have escaped whatever is in the picture.
/** @param {PresenterPage} card */
export function showPicture(card) {
  const { key, html } = card.model.get("picture");
  if (key === card.drawn) return;
  card.drawn = key;
  card.screen.innerHTML = html;
  findAll(card.screen, "summary, a").forEach((one) => {
    one.dataset.lmSuppressShortcuts = "true";
  });
  fitPicture(card);
  showCount(card);
}

/** @param {PresenterPage} card */
function fitPicture(card) {
  fit(card.screen);
  card.small.hidden = !isSmall(card.screen);
}

// What stands on the wall, line by line: on the second screen that was opened last, else on this display in full screen.
/** @param {PresenterPage} card */
export function showSize(card) {
  const { stage, projector } = card;
  const own = { width: stage.clientWidth, height: stage.clientHeight };
  const { width, height } = isFull(card) ? own : (card.wall ?? window.screen);
  const sized = [width, height, own.width].join(" ");
  if (!own.width || sized === card.sized) return;
  card.sized = sized;
  stage.style.setProperty("--wall", `${width} / ${height}`);
  const scale = own.width / width;
  Object.assign(projector.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
  fitPicture(card);
}

/** @param {PresenterPage} card */
export function showCount(card) {
  const { count, ends } = card.model.get("live");
  const shown = card.screen.querySelector("#count");
  if (shown && count) shown.textContent = count;
  card.deadline = ends ?? null;
  showTime(card);
}

/** @param {PresenterPage} card */
export function showTime(card) {
  const clock = find(card.screen, "#clock");
  const { words } = card;
  if (clock) showClock(clock, card.deadline, { left: words.time_left, over: words.time_over });
}

// The theme of JupyterLab, unless the presenter wants the other one for the picture.
/** @param {PresenterPage} card */
export function showNight(card) {
  const theme = document.body.dataset.jpThemeLight === "false" || document.body.classList.contains("theme-dark");
  card.night = (card.view?.stage === "room" ? card.view.night : null) ?? theme;
  card.stage.classList.toggle("night", card.night);
}
