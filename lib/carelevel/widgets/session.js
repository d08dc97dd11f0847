// A session's report: choose it, read it, take it along, say how long it is kept. The report is HTML that Python has
// made from escaped parts (page.py).

const PATIENCE_MS = 30_000; // after so long without an answer the page says that the kernel is silent
const FORMS = ["csv", "page"];

function render({ model, el }) {
  const page = begin(model);
  const update = () => showView(page);
  const receive = (message, buffers) => save(page, message, buffers);
  el.append(page.root);
  showView(page);
  model.on("change:view", update);
  model.on("msg:custom", receive);
  return () => {
    model.off("change:view", update);
    model.off("msg:custom", receive);
    clearTimeout(page.waiting);
  };
}

function begin(model) {
  const words = model.get("words");
  const page = {
    model,
    words,
    me: crypto.randomUUID?.() ?? String(Math.random()),
    said: 0, // the number of the last message announced
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("div", { class: "cl-message", hidden: true }),
    report: make("div", {}),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  page.root = make("section", { class: "cl-card cl-session", tabindex: -1, "aria-label": words.session_face });
  page.root.addEventListener("keydown", (event) => event.stopPropagation());
  page.tools = make("div", {}, downloads(page), keeper(page));
  page.root.append(page.live, chooser(page), page.report, page.message, page.tools);
  return page;
}

function chooser(page) {
  const { words } = page;
  page.rooms = make("select", { onchange: () => ask(page, { do: "choose", room: page.rooms.value }) });
  page.choice = make(
    "div",
    { class: "cl-line" },
    make("label", {}, words.which, " ", page.rooms),
    make("button", { type: "button", onclick: () => ask(page, { do: "choose" }) }, words.again),
  );
  return page.choice;
}

function downloads(page) {
  const { words } = page;
  const button = (form) =>
    make("button", { type: "button", onclick: () => ask(page, { do: "download", form }) }, words[form]);
  return make(
    "section",
    { "aria-label": words.take },
    make("h3", {}, words.take),
    make("div", { class: "cl-line" }, FORMS.map(button)),
  );
}

function keeper(page) {
  const { words } = page;
  page.until = make("input", { type: "datetime-local" });
  const onsubmit = (event) => {
    event.preventDefault();
    const until = page.until.value ? new Date(page.until.value).toISOString() : "";
    ask(page, { do: "keep", until });
  };
  page.deleting = folded(
    words.delete,
    {},
    make("p", { class: "cl-about" }, words.delete_about),
    make("button", { type: "button", onclick: () => ask(page, { do: "delete" }) }, words.delete_now),
  );
  return make(
    "section",
    { "aria-label": words.keep },
    make("h3", {}, words.keep),
    make(
      "form",
      { class: "cl-line", onsubmit },
      make("label", {}, words.until, " ", page.until),
      make("button", { type: "submit" }, words.keep_until),
    ),
    page.deleting,
  );
}

function ask(page, message) {
  if (page.waiting) return;
  const silent = () => {
    stopWaiting(page);
    say(page, page.words.silent);
  };
  page.waiting = setTimeout(silent, PATIENCE_MS);
  try {
    page.model.send({ room: page.model.get("view").room, ...message, by: page.me });
  } catch {
    silent();
  }
}

function stopWaiting(page) {
  clearTimeout(page.waiting);
  page.waiting = null;
}

// What the kernel answers

function showView(page) {
  const view = page.model.get("view");
  stopWaiting(page);
  const inFold = page.deleting.contains(document.activeElement);
  const option = ({ id, at, says }) =>
    make("option", { value: id, selected: id === view.room }, `${told(page, at)} · ${says}`);
  page.rooms.replaceChildren(...view.rooms.map(option));
  page.choice.hidden = page.tools.hidden = !view.room;
  page.deleting.open = false;
  page.report.innerHTML = view.html;
  for (const time of page.report.querySelectorAll("time")) time.textContent = told(page, time.dateTime);
  if (view.until) page.until.value = local(view.until);
  if (!view.message) page.message.hidden = true;
  else if (view.message.number !== page.said) say(page, view.message.says);
  page.said = view.message?.number ?? page.said;
  if (inFold) page.root.focus();
}

function say(page, says) {
  page.message.hidden = false;
  page.message.replaceChildren(make("p", {}, says));
  page.live.textContent = "";
  page.live.textContent = says;
}

async function save(page, message, [packed]) {
  if (message.by !== page.me) return;
  stopWaiting(page);
  await saveFile(page.root, message, packed);
  say(page, fill(page.words.saved, { name: message.file }));
}

// In the zone of whoever reads it.
function told(page, at) {
  return new Date(at).toLocaleString(page.words.lang, { dateStyle: "long", timeStyle: "short" });
}

// As the field for a time wants it.
function local(at) {
  const time = new Date(at);
  return new Date(time - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export default { render };
