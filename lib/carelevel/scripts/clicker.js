// What a clicker or a keyboard asks of a room, on the presenter's card and in the window of a second screen.

/** @typedef {"forward" | "back" | "blank" | "tally" | "joining" | "full" | "leave"} Asked */

/** @type {Record<string, Asked>} */
const KEYS = {
  ArrowRight: "forward",
  ArrowDown: "forward",
  PageDown: "forward",
  " ": "forward",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  b: "blank",
  ".": "blank",
  t: "tally",
  c: "joining",
  f: "full",
  F5: "full",
  Escape: "leave",
};
const OF_CLICKERS = ["PageDown", "PageUp", "F5", "Escape"]; // nobody types them
const LISTENS = "carelevel: the card listens";

/** @param {KeyboardEvent} event */
export function askedBy(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

// Whether a key is a clicker's, which acts on the room whatever has the focus.
/** @param {KeyboardEvent} event */
export function isOfClickers(event) {
  return OF_CLICKERS.includes(event.key);
}

// The card's window tells one that it has opened, from time to time, that it takes its keys.
/** @param {Window} opened */
export function listenTo(opened) {
  opened.postMessage(LISTENS, "*"); // no secret, and the window may still be on its way to its own address
}

// How wide and high such a window is, as it has told the card; undefined in any other message.
/** @param {MessageEvent} event */
export function sizeFrom({ data }) {
  const { width, height } = Object(data);
  return [width, height].every((side) => side >= 200 && side <= 20000) ? { width, height } : undefined;
}

// What a window that the card has opened asks for.
/** @param {MessageEvent} event @returns {Asked | undefined} */
export function askedFrom({ data }) {
  return Object.values(KEYS).find((asked) => asked === data);
}

// In the window of a screen: full screen is its own, all else goes to the card that opened it, as does its size.
/** @param {() => void} toggleFull */
export function handOn(toggleFull) {
  /** @type {((asked: Asked) => void) | undefined} */
  let tell;
  window.addEventListener("message", ({ data, source, origin }) => {
    if (data !== LISTENS || !source) return;
    tell = (asked) => source.postMessage(asked, { targetOrigin: origin });
    source.postMessage({ width: window.innerWidth, height: window.innerHeight }, { targetOrigin: origin });
  });
  window.addEventListener("keydown", (event) => {
    const asked = askedBy(event);
    if (!asked || asked === "leave" || (asked !== "full" && !tell)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (asked === "full") toggleFull();
    else if (tell) tell(asked);
  });
}
