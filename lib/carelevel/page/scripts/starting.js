// How far the page is while it starts: a bar that grows when something is done, and never before.

import { make } from "../../widgets/shared/dom.js";

/** @import { Tell } from "./page.js" */

// The share of the whole that each step takes, as measured.
const SHARES = { step_unpack: 0.08, step_python: 0.37, step_import: 0.38, step_record: 0.02, step_bank: 0.15 };

/** @param {HTMLElement} page @param {Record<string, string>} words @returns {Tell} */
export function starting(page, words) {
  const says = make("p", { class: "page-step", role: "status" }, words.step_unpack);
  const bar = make("progress", { max: 1, value: 0, "aria-label": words.starting });
  page.replaceChildren(make("div", { class: "page-starting" }, make("p", {}, words.starting), bar, says));
  return async (step, share) => {
    const names = Object.keys(SHARES);
    const before = Object.values(SHARES).slice(0, names.indexOf(step));
    const whole = before.reduce((sum, part) => sum + part, 0);
    bar.value = whole + share * SHARES[/** @type {keyof typeof SHARES} */ (step)];
    says.textContent = words[step];
    await painted();
  };
}

// Once the browser has shown what has changed; a tab that nobody sees paints nothing.
function painted() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
