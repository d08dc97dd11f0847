// A bank's cases to take along: which ones, with twins or not, and a button for each kind of file.

const PATIENCE_MS = 60_000; // a large bank takes the kernel some seconds
const KINDS = { moodle: "to_moodle", handout: "to_handout" };

function render({ model, el }) {
  const page = begin(model);
  const update = () => showMessage(page);
  const receive = (message, buffers) => save(page, message, buffers);
  el.append(page.root);
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
    said: model.get("view").message?.number ?? 0, // what was said before this page was opened is old
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("p", { class: "cl-message", hidden: true }),
    twins: make("input", { type: "checkbox", checked: true }),
  };
  page.boxes = Object.entries(model.get("view").cases).map(([value, title]) => ({
    title,
    box: make("input", { type: "checkbox", value, checked: true }),
  }));
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  page.root = make("section", { class: "cl-card cl-bank-files", tabindex: -1, "aria-label": words.bank_files });
  page.root.addEventListener("keydown", (event) => event.stopPropagation());
  page.root.append(page.live, make("p", { class: "cl-about" }, words.files_about));
  if (page.boxes.length) page.root.append(choices(page));
  page.root.append(choice(page.twins, words.with_twins), buttons(page), page.message);
  return page;
}

function choices(page) {
  const { words, boxes } = page;
  const all = (checked) => () => boxes.forEach(({ box }) => (box.checked = checked));
  const button = (name, checked) => make("button", { type: "button", class: "cl-quiet", onclick: all(checked) }, name);
  return folded(
    words.which_cases,
    {},
    make("div", { class: "cl-line" }, button(words.all_cases, true), button(words.no_case, false)),
    make(
      "fieldset",
      {},
      make("legend", { class: "cl-unseen" }, words.which_cases),
      boxes.map(({ box, title }) => choice(box, title)),
    ),
  );
}

function choice(box, title) {
  return make("label", { class: "cl-choice" }, box, make("span", {}, title));
}

function buttons(page) {
  const button = ([form, word]) => make("button", { type: "button", onclick: () => ask(page, form) }, page.words[word]);
  return make("div", { class: "cl-line" }, Object.entries(KINDS).map(button));
}

// What the supervisor asks for

function ask(page, form) {
  const { words, boxes } = page;
  if (page.waiting) return;
  const chosen = boxes.filter(({ box }) => box.checked);
  if (boxes.length && !chosen.length) {
    say(page, words.choose_first);
    return;
  }
  // All of them are asked for without a name, so that a case written meanwhile comes along.
  const cases = chosen.length < boxes.length ? chosen.map(({ box }) => box.value) : [];
  const silent = () => {
    stopWaiting(page);
    say(page, words.no_answer);
  };
  say(page, words.writing);
  page.waiting = setTimeout(silent, PATIENCE_MS);
  try {
    page.model.send({ do: "download", form, cases, twins: page.twins.checked, by: page.me });
  } catch {
    silent();
  }
}

function stopWaiting(page) {
  clearTimeout(page.waiting);
  page.waiting = null;
}

// What the kernel answers

function showMessage(page) {
  const { message } = page.model.get("view");
  if (!message || message.number === page.said) return;
  stopWaiting(page);
  page.said = message.number;
  say(page, message.says);
}

function say(page, says) {
  page.message.hidden = false;
  page.message.textContent = says;
  page.live.textContent = says;
}

// Only the page that asked for the file keeps it.
async function save(page, message, [packed]) {
  if (message.by !== page.me) return;
  stopWaiting(page);
  await saveFile(page.root, message, packed);
  say(page, fill(page.words.downloaded, { name: message.file }));
}

export default { render };
