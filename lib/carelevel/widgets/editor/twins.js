// Twins: the same story with one phrase changed, and another answer.

import { fill } from "../../scripts/saying.js";
import { make, uniqueId, unseen } from "../shared/dom.js";
import { button, lineForm, options, quietly, submit } from "../shared/elements.js";
import { openChooser, shows } from "./choose.js";
import { changed, restructure, showFields } from "./desk.js";
import { phraseNamed, quoted, tieTwin } from "./draft.js";
import { expecting, labelled, nameField, textField } from "./fields.js";
import { fieldAt } from "./places.js";

/** @import { EditorPage } from "./page.js" */

/** @param {EditorPage} page */
export function twinsPart(page) {
  return make(
    "section",
    { class: "cl-twins", "aria-label": page.words.twins },
    make("h3", {}, page.words.twins),
    make("p", { class: "cl-none" }, page.words.twins_about),
    page.draft.twins.map((_, number) => twinPart(page, number)),
  );
}

/** @param {EditorPage} page @param {number} number */
function twinPart(page, number) {
  const { words, bank } = page;
  const where = `twins.${number}`;
  const twin = () => page.draft.twins[number];
  const found = () => phraseNamed(page.draft, twin().phrase);
  const from = found()?.number ?? 0;
  const before = make("blockquote", {});
  const shown = make("div", {});
  const holder = make("div", {});
  const remove = () => {
    page.draft.twins.splice(number, 1);
    restructure(page, number ? `twins.${number - 1}.words` : "discuss");
  };
  const choose = () => chooseForTwin(page, number, holder);
  const change = button(words.twin_mark, choose, { "data-where": `${where}.findings` });
  const tie = tying(page, number);
  page.shown.push(() => {
    before.textContent = found()?.words ?? words.twin_lost;
    tie.hidden = Boolean(found());
    shown.replaceChildren(shows(page, twin().findings));
  });
  const several = page.draft.points.length > 1;
  /** @param {number} place */
  const legend = (place) =>
    several ? fill(words.expected_at, { place: fill(words.point, { number: place + 1 }) }) : words.expected;
  /** @param {number} place */
  const expected = (place) => {
    const read = () => twin().expected[place];
    /** @param {string} level */
    const write = (level) => (twin().expected[place] = level);
    return expecting(page, `${where}.expected.${place}`, legend(place), read, write);
  };
  const name = nameField(page, `${where}.id`, twin);
  const now = textField(page, `${where}.words`, twin, "words", { maxlength: bank.longest.note });
  const title = fill(words.twin_title, { number: number + 1 });
  const removing = quietly([words.remove, unseen(` ${title}`)], remove);
  return make(
    "section",
    { class: "cl-twin-part", "aria-label": title },
    make("div", { class: "cl-point-top" }, make("h4", {}, title), removing),
    make("div", {}, make("p", { class: "cl-label-line" }, words.twin_before), before, tie),
    labelled(words.twin_now, now, words.twin_now_about),
    make(
      "div",
      { class: "cl-now" },
      make("p", { class: "cl-label-line" }, words.twin_shows),
      shown,
      make("p", { class: "cl-line" }, change),
      holder,
    ),
    page.draft.points.map((_, place) => (place < from ? null : expected(place))),
    labelled(words.twin_id, name, words.twin_id_about),
  );
}

// The phrases that are marked, for a twin whose own has gone.
/** @param {EditorPage} page @param {number} number */
function tying(page, number) {
  const { words } = page;
  const select = make("select", { id: uniqueId(), "data-where": `twins.${number}.phrase` });
  const marked = () =>
    page.draft.points.flatMap((point, place) =>
      point.phrases.map((phrase) => ({ place, phrase, words: quoted(point, phrase) })),
    );
  const tie = () => {
    const chosen = marked()[Number(select.value)];
    if (!chosen) return;
    tieTwin(page.draft, page.draft.twins[number], chosen.place, chosen.phrase);
    restructure(page, `twins.${number}.words`);
  };
  page.shown.push(() => {
    const now = marked().map((one, value) => ({ value: String(value), name: one.words }));
    if (select.dataset.now === JSON.stringify(now)) return;
    select.dataset.now = JSON.stringify(now);
    select.replaceChildren(...options(now));
  });
  return lineForm(tie, make("label", { for: select.id }, words.twin_tie), select, submit(words.twin_tie_now));
}

/** @param {EditorPage} page @param {number} number @param {HTMLElement} holder */
function chooseForTwin(page, number, holder) {
  const twin = page.draft.twins[number];
  openChooser(page, holder, {
    quote: twin.words,
    findings: twin.findings,
    choose: (findings) => {
      page.draft.twins[number].findings = findings;
      showFields(page);
      changed(page);
    },
    close: () => fieldAt(page, `twins.${number}.findings`)?.focus(),
  });
}
