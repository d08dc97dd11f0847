// The presenter's card: it shows `view`, `picture` and `live`, and sends what the presenter does.

const SLOW_MS = 700; // after so long the card says that it is at work
const PATIENCE_MS = 25_000; // after so long without an answer it says that the kernel is silent

const SCREEN_WINDOW = "popup,width=1280,height=720"; // a window of its own, to be moved to the other display

const TYPED = "input, select, textarea";
const PRESSED = "button, summary, a";
const KEYS = {
  ArrowRight: "forward",
  PageDown: "forward",
  " ": "forward",
  ArrowLeft: "back",
  PageUp: "back",
  b: "blank",
  ".": "blank",
  t: "tally",
  f: "full",
  Escape: "leave",
};
const EVERYWHERE = { PageDown: true, PageUp: true, Escape: true }; // what a clicker sends, whatever has the focus

function render({ model, el }) {
  const card = begin(model);
  const listeners = {
    "change:view": () => showView(card),
    "change:cases": () => showView(card),
    "change:picture": () => showPicture(card),
    "change:live": () => showLive(card),
    "msg:custom": (message) => openScreen(card, message),
  };
  el.append(card.root);
  showNight(card);
  showView(card);
  Object.entries(listeners).forEach(([name, listener]) => model.on(name, listener));
  const themed = new MutationObserver(() => {
    showNight(card);
    showView(card);
  });
  themed.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });
  const ticking = setInterval(() => showClock(card), 250);
  return () => {
    Object.entries(listeners).forEach(([name, listener]) => model.off(name, listener));
    themed.disconnect();
    card.fitting.disconnect();
    clearInterval(ticking);
    stopWaiting(card);
  };
}

function begin(model) {
  const words = model.get("words");
  const card = {
    model,
    words,
    me: crypto.randomUUID?.() ?? String(Math.random()),
    parts: {},
    find: "",
    said: 0, // the number of the last message announced
    offered: null, // the link to a screen whose window did not open, until something else is asked
    wanted: null, // whether the presenter wants a dark picture, once they have said so
    deadline: null,
    came: make("p", { class: "cl-came" }),
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("p", { class: "cl-message", hidden: true }),
    trouble: make("p", { class: "cl-message", role: "status", hidden: true }),
    rehearsal: make("p", { class: "cl-rehearsal", hidden: true }),
    body: make("div", {}),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  card.root = make("section", { class: "cl-card cl-presenter", tabindex: -1, "aria-label": words.presenter });
  makeStage(card);
  card.root.append(
    card.live,
    make("header", { class: "cl-top" }, make("p", { class: "cl-notice" }, words.notice)),
    card.rehearsal,
    card.message,
    card.trouble,
    card.body,
  );
  card.root.addEventListener("keydown", (event) => press(card, event));
  return card;
}

// What the kernel says

function showView(card) {
  card.view = card.model.get("view");
  stopWaiting(card);
  const { view } = card;
  card.rehearsal.hidden = !view.rehearsal;
  card.rehearsal.textContent = view.rehearsal;
  const entered = view.stage !== card.stood;
  const used = card.root.contains(document.activeElement);
  if (entered) {
    if (isFull(card)) leaveFull(card);
    card.stood = view.stage;
    card.parts = {};
    card.body.replaceChildren();
    add(card.body, [view.stage === "setup" ? layOutSetup(card) : layOutRoom(card)]);
  }
  if (view.stage === "setup") showSetup(card);
  else showRoom(card);
  showLive(card);
  showMessage(card);
  if (entered && used) {
    (view.stage === "room" ? card.stage : card.root).focus({ preventScroll: true });
    card.root.scrollIntoView({ block: "start" });
  }
  if (view.at && view.at !== card.at && card.at) announce(card, view.headline);
  card.at = view.at;
}

function showLive(card) {
  const { reached, trouble, here } = card.model.get("live");
  card.came.textContent = [here, reached].filter(Boolean).join(" · ");
  card.trouble.hidden = !trouble;
  if (card.trouble.textContent !== (trouble ?? "")) card.trouble.textContent = trouble ?? "";
  showCount(card);
}

function showMessage(card) {
  const { message } = card.view;
  sayHere(card, ...(message ? [message.says] : (card.offered ?? [])));
  if (!message || message.number === card.said) return;
  card.said = message.number;
  announce(card, message.says);
  bringMessage(card);
}

function sayHere(card, ...says) {
  card.message.hidden = !says.join("");
  card.message.replaceChildren(...says);
}

// A button far down the card was pressed: what is said of it stands at the top.
function bringMessage(card) {
  if (card.root.contains(document.activeElement) && !isFull(card)) card.message.scrollIntoView({ block: "nearest" });
}

function announce(card, says) {
  card.live.textContent = "";
  card.live.textContent = says;
}

// The window opens by itself where the browser lets it; else a link to press stands on the card.
function openScreen(card, { screen, by }) {
  if (by !== card.me) return;
  stopWaiting(card);
  const opened = window.open(screen, "_blank", SCREEN_WINDOW);
  if (opened) {
    opened.opener = null;
    return;
  }
  const link = make("a", { href: screen, target: "_blank", rel: "noopener noreferrer" }, card.words.screen_link);
  card.offered = [card.words.screen_open, " ", link]; // the view that comes with it leaves it standing
  sayHere(card, ...card.offered);
  announce(card, card.words.screen_open);
  bringMessage(card);
}

// What the presenter does

function ask(card, message) {
  stopWaiting(card);
  card.offered = null;
  const silent = () => {
    stopWaiting(card);
    sayHere(card, card.words.silent);
    announce(card, card.words.silent);
  };
  card.waiting = [setTimeout(() => sayHere(card, card.words.working), SLOW_MS), setTimeout(silent, PATIENCE_MS)];
  try {
    card.model.send(message);
  } catch {
    silent();
  }
}

// A step from where this page is: pressed twice before the kernel answers, it is still one.
function take(card, step, beside = {}) {
  ask(card, { do: step, at: card.view.at, ...beside });
}

function stopWaiting(card) {
  card.waiting?.forEach(clearTimeout);
  card.waiting = null;
}

function press(card, event) {
  event.stopPropagation();
  if (card.view.stage !== "room" || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const [at] = event.composedPath();
  const action = KEYS[key];
  if (!action || (at.closest(TYPED) && !EVERYWHERE[key]) || (key === " " && at.closest(PRESSED))) return;
  if (action === "leave" && !isFull(card)) return;
  event.preventDefault();
  if (!event.repeat) pressed[action](card);
}

const pressed = {
  forward: (card) => card.view.next && take(card, "forward"),
  back: (card) => card.view.can_back && take(card, "back"),
  blank: (card) => ask(card, { do: "blank" }),
  tally: (card) => card.view.tally !== null && ask(card, { do: "tally" }),
  full: (card) => (isFull(card) ? leaveFull(card) : enterFull(card)),
  leave: leaveFull,
};

export default { render };
