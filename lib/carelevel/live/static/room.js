// Takes the steps that the server pushes, and sends a vote without leaving the page.
// Without it every page still works as a plain form; so it asks first whether the browser has what it needs.
(function () {
  "use strict";
  var main = document.getElementById("main");
  if (!main || !window.EventSource || !window.fetch || !window.URLSearchParams || !main.dataset) return;
  var line = document.getElementById("line");
  var announce = document.getElementById("announce");
  var told = main.dataset;
  var SILENT = 35000; // two beats and a bit
  var STANDS = 8000; // so long a page that is pushed leaves it standing why a vote was not kept
  var source, heard = Date.now(), deadline = null, again = null, lost = false, refused = 0;

  function say(text) {
    line.textContent = text;
  }

  function connect() {
    clearTimeout(again);
    if (source) source.close();
    heard = Date.now();
    source = new EventSource(told.stream + "?key=" + encodeURIComponent(told.key));
    source.onopen = function () {
      heard = Date.now();
      if (lost) say(told.online);
      lost = false;
    };
    source.onmessage = function (event) {
      heard = Date.now();
      take(JSON.parse(event.data));
    };
    source.addEventListener("beat", function () {
      heard = Date.now();
    });
    source.addEventListener("over", function () {
      source.close();
      window.location.reload();
    });
    source.onerror = function () {
      lost = true;
      say(told.offline);
      if (source.readyState === 2) again = setTimeout(connect, 1000 + 2000 * Math.random());
    };
  }

  function take(news) {
    if (news.html && news.key !== told.key) {
      show(news);
      announce.textContent = news.says;
      if (!lost && Date.now() - refused > STANDS) say("");
    }
    var count = document.getElementById("count");
    if (count && news.count) count.textContent = news.count;
    setTimer(news.left);
  }

  function show(news) {
    var before = entry();
    var focused = main.contains(document.activeElement);
    var read = isRead();
    main.innerHTML = news.html;
    told.key = news.key;
    fit();
    if (entry() !== before || read) window.scrollTo(0, 0);
    if (focused) {
      var heading = main.querySelector("h1");
      if (heading) heading.focus({ preventScroll: true });
    }
    tick();
  }

  // Whoever is past the story sees the next step from its top; whoever still reads is left there.
  function isRead() {
    var story = main.querySelector(".story");
    return Boolean(story) && story.getBoundingClientRect().bottom < window.innerHeight;
  }

  // On the projector, the largest type in which the story stands on one screen: the server could only estimate it.
  function fit() {
    var columns = main.querySelector(".columns");
    var story = columns && columns.firstElementChild;
    if (!story) return;
    for (var size = 44; size >= 20; size -= 2) {
      columns.className = "columns s" + size;
      if (story.scrollHeight <= story.clientHeight) return;
    }
  }

  function entry() {
    var where = main.querySelector(".where");
    return where ? where.textContent : "";
  }

  function setTimer(left) {
    deadline = left === null || left === undefined || left === "" ? null : Date.now() + left * 1000;
    tick();
  }

  function tick() {
    var clock = document.getElementById("clock");
    if (!clock) return;
    clock.hidden = deadline === null;
    if (deadline === null) return;
    var left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
    var seconds = left % 60;
    clock.textContent = left
      ? told.clock.replace("{minutes}", Math.floor(left / 60)).replace("{seconds}", (seconds < 10 ? "0" : "") + seconds)
      : told.over;
  }

  main.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.id !== "vote") return;
    event.preventDefault();
    var button = form.querySelector("button");
    button.disabled = true;
    say(told.sending);
    fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
      credentials: "same-origin"
    }).then(function (reply) {
      return reply.json();
    }).then(function (news) {
      button.disabled = false;
      if (news.error) {
        say(news.error);
        refused = Date.now();
        connect();
        return;
      }
      show(news);
      say("");
      announce.textContent = news.says;
    }).catch(function () {
      button.disabled = false;
      say(told.unsent);
    });
  });

  function wake() {
    if (document.hidden) return;
    if (source.readyState === 2 || Date.now() - heard > SILENT) connect();
  }

  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("online", connect);
  window.addEventListener("offline", function () {
    lost = true;
    say(told.offline);
  });
  window.addEventListener("resize", fit);
  setInterval(tick, 500);
  setInterval(wake, 5000);
  setTimer(told.left);
  fit();
  connect();
})();
