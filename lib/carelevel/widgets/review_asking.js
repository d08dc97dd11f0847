// How the faces of a review ask the kernel, and say what it answers.

const PATIENCE_MS = 30_000; // after so long without an answer the page says that the kernel is silent

function begin(model, label) {
  const page = {
    model,
    words: model.get("words"),
    me: crypto.randomUUID?.() ?? String(Math.random()),
    said: 0, // the number of the last message announced
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("div", { class: "cl-message", hidden: true }),
    body: make("div", {}),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  page.root = make("section", { class: "cl-card cl-review", tabindex: -1, "aria-label": label });
  page.root.addEventListener("keydown", (event) => event.stopPropagation());
  page.root.append(page.live, page.message, page.body);
  return page;
}

function follow(page, show) {
  const update = () => {
    const { message } = page.model.get("view");
    stopWaiting(page);
    show(page);
    if (!message || message.number === page.said) return;
    page.said = message.number;
    say(page, message.says, message.problems);
  };
  page.model.on("change:view", update);
  show(page);
  return () => {
    page.model.off("change:view", update);
    stopWaiting(page);
  };
}

function ask(page, message, silent, buffers) {
  if (page.waiting) return;
  const give_up = () => {
    stopWaiting(page);
    say(page, silent);
  };
  page.waiting = setTimeout(give_up, PATIENCE_MS);
  try {
    page.model.send({ ...message, by: page.me }, undefined, buffers);
  } catch {
    give_up();
  }
}

function stopWaiting(page) {
  clearTimeout(page.waiting);
  page.waiting = null;
}

function say(page, says, problems = []) {
  page.message.hidden = !says;
  page.message.replaceChildren(make("p", {}, says));
  if (problems.length) page.message.append(make("ul", {}, problems.map((one) => make("li", {}, one))));
  page.live.textContent = "";
  page.live.textContent = [says, ...problems].join(" ");
}

// Radios of one question, none chosen unless one was before.
function radios(legend, options, chosen, missing) {
  const name = uniqueId();
  const inputs = options.map(({ value }) => make("input", { type: "radio", name, value, checked: value === chosen }));
  const labels = options.map(({ name: title, about }, place) =>
    make(
      "label",
      { class: "cl-choice" },
      inputs[place],
      make("span", {}, make("b", {}, title), about ? make("span", { class: "cl-choice-about" }, about) : null),
    ),
  );
  const hint = make("p", { class: "cl-missing", id: uniqueId(), hidden: true }, missing);
  const set = make("fieldset", { "aria-describedby": hint.id }, make("legend", {}, legend), hint, labels);
  set.addEventListener("change", () => (hint.hidden = true));
  const choice = () => inputs.find((one) => one.checked)?.value;
  const complain = () => {
    hint.hidden = false;
    inputs[0].focus();
  };
  return { set, choice, complain };
}

function onForm(submit, attributes, ...children) {
  const onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  return make("form", { ...attributes, onsubmit }, children);
}
