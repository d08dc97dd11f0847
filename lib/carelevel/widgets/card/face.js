// The card: read, decide, compare, next. It shows `view`, keeps `choices`, and sends what the trainee does.

const SLOW_MS = 500; // after so long the button says that it is at work
const PATIENCE_MS = 6000; // after so long without an answer the card says that the kernel is silent

function render({ model, el }) {
  const card = begin(model);
  const update = () => showView(card);
  const adopt = () => adoptDraft(card);
  el.append(card.root);
  showView(card);
  model.on("change:view", update);
  model.on("change:draft", adopt);
  return () => {
    model.off("change:view", update);
    model.off("change:draft", adopt);
    stopWaiting(card);
    clearTimeout(card.typing);
  };
}

function begin(model) {
  const words = model.get("words");
  const card = {
    model,
    words,
    me: crypto.randomUUID?.() ?? String(Math.random()),
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    top: make("header", { class: "cl-top" }),
    message: make("p", { class: "cl-message", hidden: true }),
    body: make("div", { class: "cl-body" }),
    said: 0, // the number of the last message announced
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  card.root = make("section", { class: "cl-card", tabindex: -1, "aria-label": words.card });
  card.root.append(card.live, card.top, card.message, card.body);
  card.root.addEventListener("keydown", (event) => event.stopPropagation());
  return card;
}

// What the kernel says

function showView(card) {
  card.view = card.model.get("view");
  const asked = stopWaiting(card);
  const page = `${card.view.stage} ${card.view.attempt}`;
  showTop(card);
  showMessage(card);
  if (page === card.page) return;
  card.page = page;
  card.body.replaceChildren(...bodies[card.view.stage](card));
  if (!asked) return;
  card.body.querySelector(".cl-first")?.focus({ preventScroll: true });
  card.root.scrollIntoView({ block: "start" });
  if (card.view.compared) announce(card, card.view.compared.says.join(" "));
}

function adoptDraft(card) {
  const { by, choices } = card.model.get("draft");
  if (by === card.me || card.view.stage !== "answer") return;
  card.choices = structuredClone(choices);
  card.shown?.forEach((show) => show());
}

function showMessage(card) {
  const message = card.view.message;
  sayHere(card, message?.says ?? "", message?.kind);
  if (card.button) card.button.textContent = message?.kind === "not_kept" ? card.words.retry : card.words.compare;
  if (message && message.number !== card.said) {
    card.said = message.number;
    announce(card, message.says);
    if (message.kind === "done") card.body.querySelector(".cl-report form").reset();
  }
}

function sayHere(card, says, kind) {
  if (!card.message.isConnected) card.body.before(card.message);
  card.message.hidden = !says;
  card.message.dataset.kind = kind ?? "";
  if (card.message.textContent !== says) card.message.textContent = says;
}

function announce(card, says) {
  card.live.textContent = "";
  card.live.textContent = says;
}

// What the trainee does

function send(card, message) {
  try {
    card.model.send({ ...message, attempt: card.view.attempt });
  } catch {
    sayHere(card, card.words.no_kernel, "broken");
  }
}

function ask(card, message) {
  if (card.waiting) return;
  // What the kernel answers stands below what the trainee has just used.
  document.activeElement.closest(".cl-commit, .cl-line, .cl-why, .cl-next")?.after(card.message);
  send(card, message);
  card.waiting = [
    setTimeout(() => {
      if (card.button) card.button.textContent = card.words.comparing;
    }, SLOW_MS),
    setTimeout(() => {
      stopWaiting(card);
      showMessage(card);
      sayHere(card, card.words.no_kernel, "broken");
      announce(card, card.words.no_kernel);
    }, PATIENCE_MS),
  ];
}

// Whether this page was waiting: only then may the focus move.
function stopWaiting(card) {
  const waited = Boolean(card.waiting);
  card.waiting?.forEach(clearTimeout);
  card.waiting = null;
  card.button?.removeAttribute("aria-disabled");
  return waited;
}

function changed(card) {
  clearTimeout(card.typing);
  card.shown.forEach((show) => show());
  send(card, { do: "draft", by: card.me, choices: card.choices });
}

function commit(card) {
  const missing = card.required.filter((one) => one.isMissing());
  card.required.forEach((one) => one.showMissing(missing.includes(one)));
  if (missing.length) {
    announce(card, [card.words.still_missing, ...missing.map((one) => one.says)].join(" "));
    missing[0].focus();
    return;
  }
  clearTimeout(card.typing);
  card.button.setAttribute("aria-disabled", "true");
  ask(card, { do: "commit", choices: card.choices });
}

// The three stages

const bodies = {
  empty: ({ view }) => [...notes(view), make("p", { class: "cl-first", tabindex: -1 }, view.says)],
  answer: (card) => {
    card.choices = structuredClone(card.model.get("draft").choices);
    card.shown = [];
    return [
      ...notes(card.view),
      heading(card),
      ...earlier(card),
      make("div", { class: "cl-columns" }, reading(card), deciding(card)),
      reportForm(card),
    ];
  },
  compared: (card) => {
    card.button = null;
    card.shown = [];
    const rest = make("div", {});
    afterPaint(() => add(rest, [reasons(card), next(card), reportForm(card)]));
    return [
      ...notes(card.view),
      caption(card),
      verdict(card),
      make("div", { class: "cl-columns" }, reread(card), sides(card)),
      rest,
    ];
  },
};

// The comparison fills the first screen; what stands below it comes a frame later, and doesn't hold it up.
function afterPaint(build) {
  requestAnimationFrame(() => setTimeout(build));
}

function reasons({ view, model, words }) {
  return explanation(view.explained, model.get("bank").silences, words);
}

function notes(view) {
  return view.notes.map((says) => make("p", { class: "cl-message" }, says));
}

// Next

function next(card) {
  const { view, words } = card;
  const button = (text, message, main) =>
    make("button", { type: "button", class: main ? "cl-main" : "", onclick: () => ask(card, message) }, text);
  return make(
    "nav",
    { class: "cl-next", "aria-label": words.next_title },
    view.twins.slice(0, 1).map((twin) => button(words.twin, { do: "twin", twin }, true)),
    button(view.more_points ? words.later : words.next_case, { do: "next" }, !view.twins.length),
    button(words.again, { do: "again" }, false),
  );
}

function reportForm(card) {
  const { words } = card;
  const note = make("textarea", { rows: 3, maxlength: card.model.get("bank").longest_note });
  const submit = () => {
    ask(card, { do: "report", note: note.value });
  };
  return folded(
    words.report,
    { class: "cl-report" },
    form(
      submit,
      make("p", {}, words.report_about),
      make("label", { class: "cl-text" }, make("span", {}, words.report_note), note),
      make("button", { type: "submit" }, words.report_send),
    ),
  );
}

export default { render };
