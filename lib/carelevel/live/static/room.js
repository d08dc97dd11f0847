// Takes the steps that the server pushes, and sends a vote without leaving the page.
// Without it every page still works as a plain form; so it asks first whether the browser has what it needs, and is
// written, as is what it imports, in what the browsers of old phones read.

import { fit, showClock } from "../../scripts/picture.js";
import { announce } from "../../scripts/saying.js";
import { wait } from "../../scripts/waiting.js";

const SILENT_MS = 35000; // two beats and a bit
const STANDS_MS = 8000; // so long a page that is pushed leaves it standing why a vote was not kept
const PATIENCE_MS = 20000; // after so long without an answer a vote can be sent again

const NEEDED = ["DOMStringMap", "EventSource", "fetch", "URLSearchParams"];

/** @typedef {{ html?: string, key?: string, says: string, count?: string, left?: number | null, error?: string, ended?: boolean }} News */

const main = document.getElementById("main");
if (main && NEEDED.every((name) => name in window)) begin(main, main.dataset);

/** @param {HTMLElement} main @param {DOMStringMap} told */
function begin(main, told) {
  const line = /** @type {HTMLElement} */ (document.getElementById("line"));
  const live = /** @type {HTMLElement} */ (document.getElementById("announce"));
  /** @type {EventSource} */
  let source;
  let heard = Date.now();
  /** @type {number | null} */
  let deadline = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;
  let lost = false;
  let refused = 0;
  let unsent = false; // something is chosen that was not sent
  let ended = false; // nothing comes any more

  /** @param {string | undefined} text */
  function say(text) {
    line.textContent = text || "";
  }

  // What the server pushes

  function connect() {
    clearTimeout(again);
    if (source) source.close();
    heard = Date.now();
    source = new EventSource(`${told.stream}?key=${encodeURIComponent(told.key || "")}`);
    source.onopen = () => {
      heard = Date.now();
      if (lost) say(told.online);
      lost = false;
    };
    source.onmessage = (event) => {
      heard = Date.now();
      take(JSON.parse(event.data));
    };
    source.addEventListener("beat", () => {
      heard = Date.now();
    });
    source.addEventListener("over", () => {
      source.close();
      window.location.reload();
    });
    source.onerror = () => {
      if (ended) return;
      lost = true;
      say(told.offline);
      if (source.readyState === 2) again = setTimeout(connect, 1000 + 2000 * Math.random());
    };
  }

  function wake() {
    if (document.hidden || ended) return;
    if (source.readyState === 2 || Date.now() - heard > SILENT_MS) connect();
  }

  /** @param {News} news */
  function take(news) {
    if (news.html && news.key !== told.key) {
      const late = unsent;
      show(news);
      const stands = Date.now() - refused <= STANDS_MS;
      if (late && !stands && !document.getElementById("vote")) {
        refused = Date.now();
        say(told.late);
      } else if (!lost && !stands) say("");
    }
    if (news.ended) end();
    const count = document.getElementById("count");
    if (count && news.count) count.textContent = news.count;
    setTimer(news.left);
  }

  /** @param {News} news */
  function show(news) {
    const before = entry();
    const focused = main.contains(document.activeElement);
    const read = isRead();
    main.innerHTML = news.html || "";
    unsent = false;
    told.key = news.key;
    fit(main);
    if (entry() !== before || read) window.scrollTo(0, 0);
    const heading = main.querySelector("h1");
    if (focused && heading) heading.focus({ preventScroll: true });
    tick();
    announce(live, news.says);
  }

  // Whoever is past the story sees the next step from its top; whoever still reads is left there.
  function isRead() {
    const story = main.querySelector(".story");
    return story !== null && story.getBoundingClientRect().bottom < window.innerHeight;
  }

  function entry() {
    const where = main.querySelector(".where");
    return where ? where.textContent : "";
  }

  /** @param {number | string | null | undefined} left */
  function setTimer(left) {
    deadline = left === null || left === undefined || left === "" ? null : Date.now() + Number(left) * 1000;
    tick();
  }

  function tick() {
    const clock = document.getElementById("clock");
    if (clock) showClock(clock, deadline, { left: told.clock || "", over: told.over || "" });
  }

  // Everybody was thanked: that no page is served any more is no loss.
  function end() {
    ended = true;
    clearTimeout(again);
    source.close();
    say("");
  }

  // A vote

  /** @param {HTMLFormElement} form */
  function vote(form) {
    const [button] = form.getElementsByTagName("button");
    /** @param {string | undefined} says */
    const done = (says) => {
      stop();
      button.disabled = false;
      say(says);
    };
    const notSent = () => done(told.unsent);
    const stop = wait({ after: PATIENCE_MS, done: notSent });
    button.disabled = true;
    say(told.sending);
    fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    })
      .then((reply) => reply.json())
      .then((news) => {
        done(news.error);
        if (news.error) refuse();
        else show(news);
      })
      .catch(notSent);
  }

  main.addEventListener("change", () => {
    unsent = true;
    refused = 0; // whoever chooses anew has read why not
  });

  function refuse() {
    refused = Date.now();
    connect();
  }

  main.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.id !== "vote") return;
    event.preventDefault();
    vote(form);
  });
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("online", () => {
    if (!ended) connect();
  });
  window.addEventListener("offline", () => {
    if (ended) return;
    lost = true;
    say(told.offline);
  });
  window.addEventListener("resize", () => fit(main));
  setInterval(tick, 500);
  setInterval(wake, 5000);
  setTimer(told.left);
  fit(main);
  connect();
}
