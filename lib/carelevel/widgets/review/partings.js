// How far supervisors agree, and where they part; under each point a form for a dissent.

import { add, findAll, folded, make, onForm } from "../shared/dom.js";
import { about, labelAbove, options, paragraphs, submit } from "../shared/elements.js";
import { ask, follow, openPage } from "../shared/kernel.js";
import { missingNote } from "../shared/missing.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { PartingsPage } from "./page.js" */
/** @import { PartedPoint, PartingsView } from "./view.js" */
/** @import { Child } from "../shared/page.js" */

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {PartingsPage} */
  const page = openPage(model, "cl-review", words.partings);
  page.body = make("div", {});
  page.root.append(page.live, page.message, page.body);
  return follow(page, el, showPartings);
}

/** @param {PartingsPage} page */
function showPartings(page) {
  const { view } = page;
  const shown = JSON.stringify([view.says, view.parted]);
  if (shown === page.shown) return;
  page.shown = shown;
  const open = /** @type {HTMLDetailsElement | null} */ (page.body.querySelector(".cl-parted-fold"))?.open;
  const list = [
    view.none ? make("p", {}, view.none) : null,
    view.parted.length ? make("h3", {}, page.words.partings_title) : null,
    view.parted.map((one) => parting(page, one)),
  ];
  page.body.replaceChildren();
  add(page.body, [
    make("div", { class: "cl-told" }, paragraphs(view.says)),
    view.about.length ? folded(page.words.partings_method, {}, view.about.map(about)) : null,
    view.first ? hidden(page, view, list, open) : list,
  ]);
  showDissented(page);
}

// Whoever has not answered every case is not shown by accident what others chose.
/** @param {PartingsPage} page @param {PartingsView} view @param {Child} list @param {boolean | undefined} open */
function hidden(page, { first }, list, open) {
  const fold = folded(page.words.partings_fold, { class: "cl-parted-fold" }, list);
  fold.open = Boolean(open);
  return [make("p", { class: "cl-message" }, first), fold];
}

/** @param {PartingsPage} page @param {PartedPoint} one */
function parting(page, one) {
  const title = make("h4", { tabindex: -1 }, one.title);
  return make(
    "section",
    { class: "cl-parting", "data-point": one.point },
    title,
    make("p", {}, one.says),
    one.kept ? make("p", { class: "cl-kept" }, one.kept) : null,
    dissentForm(page, one),
  );
}

/** @param {PartingsPage} page @param {PartedPoint} one */
function dissentForm(page, one) {
  const { words } = page;
  const missing = missingNote(words.dissent_missing);
  const level = make("select", { "aria-describedby": missing.element.id }, options(one.options, "…"));
  const reason = make("textarea", {
    rows: 2,
    maxlength: page.model.get("longest"),
    "aria-describedby": missing.element.id,
  });
  const record = () => {
    const lacks = !level.value || !reason.value.trim();
    missing.show(lacks);
    if (lacks) {
      (level.value ? reason : level).focus();
      return;
    }
    page.dissented = one.point;
    ask(page, { do: "dissent", point: one.point, level: level.value, reason: reason.value });
  };
  const form = onForm(
    record,
    { class: "cl-dissent" },
    about(words.dissent_about),
    missing.element,
    make("label", { class: "cl-line" }, words.dissent_level, level),
    labelAbove(words.dissent_reason, reason),
    submit(words.dissent_record),
  );
  return folded(words.dissent_title, {}, form);
}

// The form that was sent is gone: the focus goes to its point, and what came of it stands there.
/** @param {PartingsPage} page */
function showDissented(page) {
  const done = findAll(page.body, ".cl-parting").find((one) => one.dataset.point === page.dissented);
  page.dissented = null;
  done?.querySelector("h4")?.focus();
}

export default { render };
