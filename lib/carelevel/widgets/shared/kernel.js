// How a page asks the kernel, and says what it answers.

import { fill, make } from "./dom.js";
import { saveFile } from "./download.js";

// A page with nothing on it yet; *patience*: after so many ms without an answer it says that the kernel is silent.
export function openPage(model, name, label, patience = 30_000) {
  const page = {
    model,
    patience,
    words: model.get("words"),
    me: crypto.randomUUID?.() ?? String(Math.random()),
    said: 0, // the number of the last message announced
    live: make("div", { class: "cl-unseen", "aria-live": "polite" }),
    message: make("div", { class: "cl-message", hidden: true }),
  };
  // With a tabindex a click on prose moves the focus here, not to the notebook's cell, where a letter is a command.
  page.root = make("section", { class: `cl-card ${name}`, tabindex: -1, "aria-label": label });
  page.root.addEventListener("keydown", (event) => event.stopPropagation());
  return page;
}

// What was said before this page was opened is old.
export function skipNews(page) {
  page.said = page.model.get("view").message?.number ?? 0;
}

// Show what the kernel has to say, now and whenever it changes, and keep its files; gives back how to stop.
export function follow(page, show) {
  const update = () => show(page);
  const receive = (message, buffers) => keepFile(page, message, buffers);
  page.model.on("change:view", update);
  page.model.on("msg:custom", receive);
  show(page);
  return () => {
    page.model.off("change:view", update);
    page.model.off("msg:custom", receive);
    stopWaiting(page);
  };
}

export function ask(page, message, buffers) {
  if (page.waiting) return;
  const silent = () => {
    stopWaiting(page);
    say(page, page.words.silent);
  };
  page.waiting = setTimeout(silent, page.patience);
  try {
    page.model.send({ ...message, by: page.me }, undefined, buffers);
  } catch {
    silent();
  }
}

export function stopWaiting(page) {
  clearTimeout(page.waiting);
  page.waiting = null;
}

// Say the view's message, once; gives back whether it was new.
export function sayNews(page) {
  const { message } = page.model.get("view");
  if (!message || message.number === page.said) return false;
  page.said = message.number;
  say(page, message.says, message.problems);
  return true;
}

export function say(page, says, problems = []) {
  page.message.hidden = !says;
  page.message.replaceChildren(make("p", {}, says));
  if (problems.length)
    page.message.append(
      make(
        "ul",
        {},
        problems.map((one) => make("li", {}, one)),
      ),
    );
  page.live.textContent = "";
  page.live.textContent = [says, ...problems].join(" ");
}

// The file to be loaded, or null once the page has said what is wrong with it.
export function chosenFile(page, input) {
  const [file] = input.files;
  const largest = page.model.get("largest");
  if (file && file.size <= largest) return file;
  say(page, file ? fill(page.words.too_large, { megabytes: largest >> 20 }) : page.words.no_file);
  if (!file) input.focus();
  return null;
}

// A file comes packed, and only the page that asked for it keeps it.
async function keepFile(page, message, [packed]) {
  if (message.by !== page.me) return;
  stopWaiting(page);
  await saveFile(page.root, message, packed);
  say(page, fill(page.words.saved, { name: message.file }));
}
