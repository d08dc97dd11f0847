// The record: download, load, erase. It shows `view`, and sends what the trainee asks for.

const PATIENCE_MS = 30_000; // after so long without an answer the page says that the kernel is silent
const FORMS = ["jsonl", "csv", "xapi"];

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
    count: make("p", { class: "cl-count" }),
    message: make("div", { class: "cl-message", hidden: true }),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  page.root = make("section", { class: "cl-card cl-record", tabindex: -1, "aria-label": words.record_face });
  page.root.addEventListener("keydown", (event) => event.stopPropagation());
  page.root.append(page.live, page.count, page.message, downloads(page), loader(page), eraser(page));
  return page;
}

function downloads(page) {
  const { words } = page;
  const button = (form) =>
    make("button", { type: "button", onclick: () => ask(page, { do: "download", form }) }, words[form]);
  return make(
    "section",
    { "aria-label": words.download },
    make("h3", {}, words.download),
    make("p", { class: "cl-about" }, words.download_about),
    make("div", { class: "cl-line" }, FORMS.map(button)),
  );
}

function loader(page) {
  const { words } = page;
  const file = make("input", { type: "file", accept: ".jsonl,.csv", id: uniqueId() });
  const mine = make("input", { type: "checkbox" });
  const onsubmit = (event) => {
    event.preventDefault();
    load(page, file, mine.checked);
  };
  return make(
    "form",
    { onsubmit },
    make("h3", {}, words.load),
    make("p", { class: "cl-about" }, words.load_about),
    make("div", { class: "cl-line" }, make("label", { for: file.id }, words.file), file),
    make("label", { class: "cl-choice" }, mine, make("span", {}, words.take_over)),
    make("button", { type: "submit" }, words.load),
  );
}

function eraser(page) {
  const { words } = page;
  page.code = make("input", { type: "text", maxlength: 64, autocomplete: "off", spellcheck: "false" });
  const onsubmit = (event) => {
    event.preventDefault();
    ask(page, { do: "erase", code: page.code.value });
  };
  page.erasing = folded(
    words.erase,
    { class: "cl-erase" },
    make("p", { class: "cl-about" }, fill(words.erase_about, { code: page.model.get("view").code })),
    make(
      "form",
      { class: "cl-line", onsubmit },
      make("label", {}, words.code, " ", page.code),
      make("button", { type: "submit" }, words.erase_now),
    ),
  );
  return page.erasing;
}

// What the trainee asks for

function ask(page, message, buffers) {
  if (page.waiting) return;
  const silent = () => {
    stopWaiting(page);
    say(page, page.words.silent);
  };
  page.waiting = setTimeout(silent, PATIENCE_MS);
  try {
    page.model.send({ ...message, by: page.me }, undefined, buffers);
  } catch {
    silent();
  }
}

async function load(page, input, mine) {
  const { words } = page;
  const [file] = input.files;
  const largest = page.model.get("largest");
  if (!file) {
    say(page, words.no_file);
    input.focus();
  } else if (file.size > largest) {
    say(page, fill(words.too_large, { megabytes: largest >> 20 }));
  } else {
    say(page, words.loading);
    ask(page, { do: "load", name: file.name, take_over: mine }, [await file.arrayBuffer()]);
  }
}

function stopWaiting(page) {
  clearTimeout(page.waiting);
  page.waiting = null;
}

// What the kernel answers

function showView(page) {
  const view = page.model.get("view");
  page.count.textContent = view.says;
  if (!view.message || view.message.number === page.said) return;
  stopWaiting(page);
  page.said = view.message.number;
  say(page, view.message.says, view.message.problems);
  if (!view.message.erased) return;
  const focused = page.erasing.contains(document.activeElement);
  page.code.value = "";
  page.erasing.open = false;
  if (focused) page.erasing.querySelector("summary").focus();
}

function say(page, says, problems = []) {
  page.message.hidden = false;
  page.message.replaceChildren(make("p", {}, says));
  if (problems.length) page.message.append(make("ul", {}, problems.map((one) => make("li", {}, one))));
  page.live.textContent = "";
  page.live.textContent = [says, ...problems].join(" ");
}

// The file comes packed, and only the page that asked for it keeps it.
async function save(page, message, [packed]) {
  if (message.by !== page.me) return;
  stopWaiting(page);
  await saveFile(page.root, message, packed);
  say(page, fill(page.words.saved, { name: message.file }));
}

export default { render };
