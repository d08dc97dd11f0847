// What the card sends to the kernel, and says of its answers.

const SLOW_MS = 500; // after so long the button says that it is at work
const PATIENCE_MS = 6000; // after so long without an answer the card says that the kernel is silent

export function showMessage(card) {
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

export function announce(card, says) {
  card.live.textContent = "";
  card.live.textContent = says;
}

export function send(card, message) {
  try {
    card.model.send({ ...message, attempt: card.view.attempt });
  } catch {
    sayHere(card, card.words.no_kernel, "broken");
  }
}

export function ask(card, message) {
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
export function stopWaiting(card) {
  const waited = Boolean(card.waiting);
  card.waiting?.forEach(clearTimeout);
  card.waiting = null;
  card.button?.removeAttribute("aria-disabled");
  return waited;
}

export function changed(card) {
  clearTimeout(card.typing);
  card.shown.forEach((show) => show());
  send(card, { do: "draft", by: card.me, choices: card.choices });
}
