// A session's report: choose it, read it, take it along, say how long it is kept. The report is HTML that Python has
// made from escaped parts (page.py).

import { folded, make } from "../shared/dom.js";
import { about, button, labelBefore, line, lineForm, submit } from "../shared/elements.js";
import { ask, follow, openPage, say } from "../shared/kernel.js";

/** @import { RenderProps } from "@anywidget/types" */
/** @import { SessionPage } from "./page.js" */
/** @import { SessionView } from "./view.js" */
/** @import { Asked } from "../shared/page.js" */

const FORMS = ["csv", "page"];

/** @param {RenderProps} props */
function render({ model, el }) {
  const words = model.get("words");
  /** @type {SessionPage} */
  const page = openPage(model, "cl-session", words.session_face);
  page.report = make("div", {});
  page.tools = make("div", {}, downloads(page), keeper(page));
  page.root.append(page.live, chooser(page), page.report, page.message, page.tools);
  return follow(page, el, showSession);
}

/** @param {SessionPage} page */
function chooser(page) {
  const { words } = page;
  page.rooms = make("select", { onchange: () => askOf(page, { do: "choose", room: page.rooms.value }) });
  const again = button(words.again, () => askOf(page, { do: "choose" }));
  page.choice = line(labelBefore(words.which, page.rooms), again);
  return page.choice;
}

/** @param {SessionPage} page */
function downloads(page) {
  const { words } = page;
  /** @param {string} form */
  const download = (form) => button(words[form], () => askOf(page, { do: "download", form }));
  return make("section", { "aria-label": words.take }, make("h3", {}, words.take), line(FORMS.map(download)));
}

/** @param {SessionPage} page */
function keeper(page) {
  const { words } = page;
  page.until = make("input", { type: "datetime-local" });
  const keep = () => {
    const until = page.until.value ? new Date(page.until.value).toISOString() : "";
    askOf(page, { do: "keep", until });
  };
  const now = button(words.delete_now, () => askOf(page, { do: "delete" }));
  page.deleting = folded(words.delete, {}, about(words.delete_about), now);
  const form = lineForm(keep, labelBefore(words.until, page.until), submit(words.keep_until));
  return make("section", { "aria-label": words.keep }, make("h3", {}, words.keep), form, page.deleting);
}

/** @param {SessionPage} page @param {Asked} message */
function askOf(page, message) {
  ask(page, { room: page.view.room, ...message });
}

// What the kernel answers

/** @param {SessionPage} page */
function showSession(page) {
  const { view } = page;
  const inFold = page.deleting.contains(document.activeElement);
  page.choice.hidden = page.tools.hidden = !view.room;
  page.deleting.open = false;
  if (page.rooms.value && page.rooms.value !== view.room) say(page); // what was said was of another session
  const [list, report] = [JSON.stringify([view.rooms, view.room]), JSON.stringify([view.room, view.html, view.until])];
  if (list !== page.list) showList(page);
  if (report !== page.shown) showReport(page);
  [page.list, page.shown] = [list, report];
  if (inFold) page.root.focus();
}

/** @param {SessionPage} page */
function showList(page) {
  const { view } = page;
  /** @param {SessionView["rooms"][number]} room */
  const option = ({ id, at, says }) =>
    make("option", { value: id, selected: id === view.room }, `${told(page, at)} · ${says}`);
  page.rooms.replaceChildren(...view.rooms.map(option));
}

/** @param {SessionPage} page */
function showReport(page) {
  const { view } = page;
  page.report.innerHTML = view.html;
  for (const time of page.report.querySelectorAll("time")) time.textContent = told(page, time.dateTime);
  if (view.until) page.until.value = local(view.until);
}

// In the zone of whoever reads it.
/** @param {SessionPage} page @param {string} at */
function told(page, at) {
  return new Date(at).toLocaleString(page.words.lang, { dateStyle: "long", timeStyle: "short" });
}

// As the field for a time wants it.
/** @param {string} at */
function local(at) {
  const time = new Date(at);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export default { render };
