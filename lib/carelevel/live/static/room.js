// Takes the steps that the server pushes, and sends a vote without leaving the page.
// Without it every page still works as a plain form; so it asks first whether the browser has what it needs, and is
// written, as is what it imports, in what the browsers of old phones read.

import { handOn } from "../../scripts/clicker.js";
import { fit, showClock } from "../../scripts/picture.js";
import { announce } from "../../scripts/saying.js";
import { wait } from "../../scripts/waiting.js";

const SILENT_MS = 35000; // two beats and a bit
const ENDED_MS = 20000; // after the end so long between two looks whether it goes on after all
const STANDS_MS = 8000; // so long a page that is pushed leaves it standing why a vote was not kept
const PATIENCE_MS = 20000; // after so long without an answer a vote can be sent again

const NEEDED = ["DOMStringMap", "EventSource", "fetch", "URLSearchParams"];

/** @typedef {{ html?: string, key?: string, says: string, count?: string, left?: number | null, error?: string, ended?: boolean, night?: string }} News */

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
  let changes = 0; // of what is chosen, so far
  let ended = false; // everybody was thanked

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
      if (ended) {
        source.close();
        return;
      }
      lost = true;
      say(told.offline);
      if (source.readyState === 2) again = setTimeout(seeWhy, 1000 + 2000 * Math.random());
    };
  }

  // A stream that is refused says not why: the page does, where this one has no place here any more.
  function seeWhy() {
    fetch(window.location.href, { credentials: "same-origin" })
      .then((reply) => {
        if (reply.redirected || reply.status === 404) window.location.reload();
        else connect();
      })
      .catch(connect);
  }

  function wake() {
    if (document.hidden) return;
    const silent = Date.now() - heard;
    if (ended ? silent > ENDED_MS : source.readyState === 2 || silent > SILENT_MS) connect();
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
    ended = false;
    if (news.ended) end();
    if (news.night) color(news.night);
    const count = document.getElementById("count");
    if (count && news.count) count.textContent = news.count;
    setTimer(news.left);
  }

  /** @param {News} news */
  function show(news) {
    const before = entry();
    const focused = main.contains(document.activeElement);
    const read = isRead();
    const chosen = unsent ? choices() : [];
    main.innerHTML = news.html || "";
    unsent = chosen.length > 0 && choose(chosen);
    told.key = news.key;
    fit(main);
    if (entry() !== before || read) window.scrollTo(0, 0);
    const heading = main.querySelector("h1");
    if (focused && heading) heading.focus({ preventScroll: true });
    tick();
    announce(live, news.says);
  }

  // What stands in the form: which vote it is, and what is ticked.
  function choices() {
    const all = main.querySelectorAll("[form=vote]:checked, #vote :checked, #vote [type=hidden]");
    return [].slice.call(all).map((/** @type {HTMLInputElement} */ one) => [one.name, one.value]);
  }

  // The same choices again, where the page asks for the same vote in another way; false where it does not.
  /** @param {string[][]} chosen */
  function choose(chosen) {
    /** @type {HTMLInputElement[]} */
    const inputs = [].slice.call(main.querySelectorAll("[form=vote], #vote input"));
    /** @param {HTMLInputElement} input */
    const is = (input) => chosen.some(([name, value]) => name === input.name && value === input.value);
    const fixed = inputs.filter((input) => input.type === "hidden");
    if (!fixed.length || !fixed.every(is)) return false;
    inputs
      .filter((input) => input.type !== "hidden")
      .forEach((input) => {
        input.checked = is(input);
      });
    return true;
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

  // The colors of a dark page, on which media the presenter wants them.
  /** @param {string} media */
  function color(media) {
    const rules = /** @type {CSSMediaRule[]} */ ([].slice.call(document.styleSheets[0].cssRules));
    const dark = rules.filter((rule) => rule.media && rule.cssRules[0].cssText.indexOf(":root") === 0)[0];
    if (dark.media.mediaText !== media) dark.media.mediaText = media;
  }

  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
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
    const sent = changes;
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
        else showKept(news, changes !== sent);
      })
      .catch(notSent);
  }

  // Where the thumb is: what is above has not changed. What was *changed* while the vote was on its way stands.
  /**
   * @param {News} news
   * @param {boolean} changed
   */
  function showKept(news, changed) {
    const at = window.scrollY;
    unsent = changed;
    show(news);
    window.scrollTo(0, at);
    const kept = document.getElementById("kept");
    if (!kept) return;
    kept.focus({ preventScroll: true });
    kept.scrollIntoView({ block: "nearest" });
  }

  main.addEventListener("change", () => {
    unsent = true;
    changes += 1;
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
  if (told.night) {
    color(told.night);
    handOn(toggleFull);
  }
  setInterval(tick, 500);
  setInterval(wake, 5000);
  setTimer(told.left);
  fit(main);
  connect();
}
