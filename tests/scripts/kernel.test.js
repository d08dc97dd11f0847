// The page's half of the conversation: asking, waiting, and what is said of the answer. The page and the kernel are
// bare stand-ins; time passes when a test says so.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ask, follow, openPage, say, send, tell } from "../../lib/carelevel/widgets/shared/kernel.js";

class Element {
  dataset = {};
  hidden = false;
  children = [];
  set textContent(text) {
    this.children = [text];
  }
  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }
  setAttribute(name) {
    if (name === "hidden") this.hidden = true;
  }
  hasAttribute() {
    return false;
  }
  addEventListener() {}
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
}

class Kernel {
  state = { words: { silent: "Silence." }, answered: { by: "", turn: 0 }, view: { message: null, shown: 0 } };
  listeners = {};
  sent = [];
  get = (name) => this.state[name];
  on = (name, listener) => {
    this.listeners[name] = listener;
  };
  off = (name) => delete this.listeners[name];
  send = (message) => this.sent.push(message);
  // Answer the message that was sent as the *place*-th, with a message *says* or without.
  answer(says = "", place = this.sent.length - 1) {
    const { by, turn } = this.sent[place] ?? { by: "", turn: 0 };
    this.number = (this.number ?? 0) + 1;
    const message = says ? { says, problems: [], kind: "", number: this.number } : null;
    this.state = { ...this.state, answered: { by, turn }, view: { message, shown: this.state.view.shown + 1 } };
    this.listeners.change();
  }
}

let kernel, page, shown, timers, leave;

function pass(ms) {
  const due = timers.filter(({ after }) => after <= ms);
  timers = timers.filter(({ after }) => after > ms);
  for (const { done } of due.sort((one, other) => one.after - other.after)) done();
}

beforeEach(() => {
  timers = [];
  globalThis.document = { createElement: () => new Element() };
  globalThis.setTimeout = (done, after) => {
    timers.push({ done, after });
    return timers.at(-1);
  };
  globalThis.clearTimeout = (timer) => {
    timers = timers.filter((one) => one !== timer);
  };
  kernel = new Kernel();
  page = openPage(kernel, "", "", 1000);
  shown = [];
  leave = follow(page, new Element(), (_page, waited) => shown.push(waited));
});

const said = () => (page.message.hidden ? "" : page.message.textContent);

test("what is answered is shown, and the page knows whether it has waited for it", () => {
  ask(page, { do: "mark" });
  kernel.answer();
  kernel.answer("", -1); // to another page
  assert.deepEqual(shown, [false, true, false]);
  assert.equal(timers.length, 0);
  assert.deepEqual(kernel.sent, [{ do: "mark", by: page.me, turn: 1 }]);
});

test("what has failed is said and announced once, and is gone with the next answer", () => {
  ask(page, { do: "mark" });
  kernel.answer("The disk is full.");
  assert.deepEqual([said(), page.live.textContent], ["The disk is full.", "The disk is full."]);
  page.live.textContent = "";
  kernel.state.answered = { ...kernel.state.answered };
  kernel.listeners.change();
  assert.deepEqual([said(), page.live.textContent], ["The disk is full.", ""]);
  ask(page, { do: "mark" });
  kernel.answer();
  assert.equal(said(), "");
});

test("problems are said with their message", () => {
  kernel.state.view = { message: { says: "Two are wrong.", problems: ["One.", "Two."], kind: "", number: 1 } };
  kernel.listeners.change();
  assert.equal(said(), "Two are wrong.One.Two.");
  assert.equal(page.live.textContent, "Two are wrong. One. Two.");
});

test("a kernel that is silent is said to be, and an answer that comes late takes that back", () => {
  let unheard = 0;
  page.unheard = () => {
    unheard += 1;
  };
  ask(page, { do: "mark" });
  pass(999);
  assert.equal(said(), "");
  pass(1000);
  assert.deepEqual([said(), unheard], ["Silence.", 1]);
  kernel.answer();
  assert.equal(said(), "");
});

test("a kernel that cannot be reached at all is silent at once, and can be asked again", () => {
  kernel.send = () => {
    throw new Error("closed");
  };
  ask(page, { do: "mark" });
  assert.equal(said(), "Silence.");
  kernel.send = (message) => kernel.sent.push(message);
  ask(page, { do: "mark" });
  assert.equal(kernel.sent.length, 1);
});

test("while the page waits nothing else is asked, unless it is sent all the same", () => {
  ask(page, { do: "first" });
  ask(page, { do: "second" });
  send(page, { do: "third" });
  tell(page, { do: "draft" });
  assert.deepEqual(
    kernel.sent.map((one) => one.do),
    ["first", "third", "draft"],
  );
});

test("a stale answer is passed over while a newer message is on its way", () => {
  send(page, { do: "set" });
  send(page, { do: "set" });
  kernel.answer("Old.", 0);
  assert.deepEqual([shown, said()], [[false], ""]);
  kernel.answer("New.", 1);
  assert.deepEqual([shown, said()], [[false, true], "New."]);
});

test("what takes long is told meanwhile", () => {
  const told = [];
  page.slow = [{ after: 100, done: () => told.push("working") }];
  ask(page, { do: "mark" });
  pass(100);
  kernel.answer();
  ask(page, { do: "mark" });
  kernel.answer();
  pass(5000);
  assert.deepEqual(told, ["working"]);
});

test("what the page has said itself stands until it asks, or the kernel has something to say", () => {
  say(page, "Choose a file.");
  kernel.answer("", -1);
  assert.equal(said(), "Choose a file.");
  kernel.answer("Kept.", -1);
  assert.equal(said(), "Kept.");
  say(page, "Choose a file.");
  ask(page, { do: "load" });
  kernel.answer();
  assert.equal(said(), "");
});

test("a page that is left waits and listens no more", () => {
  ask(page, { do: "mark" });
  leave();
  assert.deepEqual([timers, kernel.listeners], [[], {}]);
});
