// A supervisor's groups: one to register, and of each what it gained, its codes and its files.

import { folded, make } from "../shared/dom.js";
import {
  about,
  button,
  choice,
  codeField,
  header,
  labelBefore,
  lineForm,
  paragraphs,
  submit,
} from "../shared/elements.js";
import { ask, follow, openPage } from "../shared/kernel.js";
import { table } from "./table.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { GroupsPage } from "./page.js" */
/** @import { ShownGroup } from "./view.js" */

const MOST_PLACES = 200;

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {GroupsPage} */
  const page = openPage(model, "cl-page cl-groups", words.groups);
  page.body = make("div", {});
  page.root.append(page.live, header(model.get("view").notice), registering(page), page.message, page.body);
  page.root.append(certificate(page));
  return follow(page, el, showGroups);
}

/** @param {GroupsPage} page */
function registering(page) {
  const { words, model } = page;
  const places = make("input", { type: "number", min: 1, max: MOST_PLACES, value: 12, required: true });
  const split = make("input", { type: "checkbox" });
  const register = () => ask(page, { do: "register", places: places.valueAsNumber, splits: split.checked });
  const form = lineForm(
    register,
    labelBefore(words.places, places),
    choice(split, words.split),
    submit(words.register, { class: "cl-main" }),
  );
  return make("div", {}, about(model.get("view").about), form);
}

/** @param {GroupsPage} page */
function showGroups(page) {
  const { view, body } = page;
  const shown = JSON.stringify(view.groups);
  if (shown === page.shown) return;
  page.shown = shown;
  const groups = view.groups.map((group) => section(page, group));
  body.replaceChildren(...(groups.length ? [...groups, about(view.method)] : [make("p", {}, view.none)]));
}

/** @param {GroupsPage} page @param {ShownGroup} group */
function section(page, group) {
  const { words } = page;
  /** @param {string} form */
  const take = (form) => button(words[form], () => ask(page, { do: "download", group: group.id, form }));
  const codes = group.codes.map(({ place, before, after, arm }) => [place, before, after, arm]);
  const split = group.codes.some(({ arm }) => arm);
  const rows = group.rows.map(({ name, n, before, after, gain }) => [name, n, before, after, gain]);
  const [whole, ...parts] = [words.part, words.n, words.before, words.after, words.gain];
  return make(
    "section",
    { class: "cl-group-of-forms" },
    make("h3", {}, group.title),
    paragraphs(group.says),
    rows.length ? folded(words.parts, {}, table([whole, ...parts], rows)) : null,
    folded(
      words.codes,
      {},
      table(
        [words.place, words.before, words.after, ...(split ? [words.arm] : [])],
        codes.map((cells) => (split ? cells : cells.slice(0, 3))),
      ),
    ),
    make("p", { class: "cl-line" }, take("csv"), take("jsonl"), take("codebook")),
  );
}

/** @param {GroupsPage} page */
function certificate(page) {
  const { words } = page;
  const code = codeField();
  const take = () => ask(page, { do: "certificate", code: code.value });
  const form = lineForm(take, labelBefore(words.certificate_code, code), submit(words.certificate_make));
  return make("section", {}, make("h3", {}, words.certificate), form);
}

export default { render };
