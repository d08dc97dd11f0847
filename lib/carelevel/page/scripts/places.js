// The places of the page: the bar that leads to them, and what stands on each.

import { findAll, folded, make } from "../../widgets/shared/dom.js";
import { faceModel } from "./model.js";
import { script } from "./python.js";
import { bytes } from "./unpack.js";

/** @import { Sent, ShownPart } from "./page.js" */

const PLACES = ["start", "practice", "interview", "notes", "form", "criteria", "progress", "record", "licenses"];
const FEWEST_TITLES = 3;

// *parts* gives what stands on a place, once everything is kept; *send* takes what a face's page tells it.
/**
 * @param {HTMLElement} page
 * @param {Record<string, string>} words
 * @param {(place: string) => Promise<ShownPart[]>} parts
 * @param {(face: string, content: unknown, buffers: ArrayBuffer[]) => void} send
 */
export function places(page, words, parts, send) {
  /** @type {Map<string, ReturnType<typeof faceModel>>} */
  const models = new Map();
  /** @type {(() => unknown)[]} */
  let leave = [];
  const there = PLACES.filter((name) => words[name]); // a bank may have no notes
  const links = new Map(there.map((name) => [name, make("a", { href: `#${name}` }, words[name])]));
  const body = make("div", { class: "page-body", tabindex: -1 });
  const bar = make("nav", { "aria-label": words.places }, [...links.values()]);
  const top = make("header", { class: "page-top" }, make("h1", {}, words.title), bar, make("p", {}, words.notice));
  page.replaceChildren(top, body);

  async function show() {
    const named = location.hash.slice(1);
    const place = there.includes(named) ? named : there[0];
    for (const done of leave) done();
    leave = [];
    models.clear();
    for (const [name, link] of links) {
      if (name === place) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const shown = place === "licenses" ? [licenses()] : await Promise.all((await parts(place)).map(showPart));
    body.replaceChildren(...shown);
    body.prepend(...contents(body, words.contents));
    body.dataset.place = place;
  }

  /** @param {ShownPart} part @returns {Promise<HTMLElement>} */
  async function showPart(part) {
    const el = make("div", { class: "page-part" });
    if ("html" in part) {
      el.innerHTML = part.html;
      return el;
    }
    const { face, state, fold } = part;
    const shown = fold ? folded(fold, { class: "page-part page-fold" }, el) : el;
    const model = faceModel(state, (content, buffers) => send(face, content, buffers));
    models.set(face, model);
    el.append(make("style", {}, String(state._css)));
    const { default: own } = await script(String(state._esm));
    leave.push(await own.render({ model: model.model, el }));
    return shown;
  }

  return {
    body,
    show,
    // Hand on what a face has sent to its page, where that is still there.
    /** @param {Sent} sent */
    deliver({ face, state, content, buffers }) {
      const model = models.get(face);
      if (state) model?.change(state);
      else model?.message(content, buffers.map(bytes));
    },
  };
}

// What stands on a long place: a press leads there, and unfolds it. An address cannot: it names the place.
/** @param {HTMLElement} body @param {string} label */
function contents(body, label) {
  const titles = findAll(body, "h2.page-about");
  if (titles.length < FEWEST_TITLES) return [];
  /** @param {HTMLElement} title */
  const to = (title) => () => {
    title.closest("details")?.setAttribute("open", "");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    title.scrollIntoView();
  };
  const items = titles.map((title) =>
    make("li", {}, make("button", { type: "button", onclick: to(title) }, title.textContent)),
  );
  return [make("nav", { class: "page-contents", "aria-label": label }, make("ul", {}, items))];
}

function licenses() {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("licenses"));
  return make("div", { class: "page-part" }, template.content.cloneNode(true));
}
