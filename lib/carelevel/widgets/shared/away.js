// How long nobody could see the page: time for a decision does not count meanwhile.

/** @typedef {ReturnType<typeof awayClock>} AwayClock */

export function awayClock() {
  let away = 0;
  let hidden = document.hidden;
  let since = performance.now();
  const look = () => {
    const now = performance.now();
    if (hidden) away += now - since;
    [hidden, since] = [document.hidden, now];
  };
  document.addEventListener("visibilitychange", look);
  return {
    begin: () => {
      look();
      away = 0;
    },
    seconds: () => {
      look();
      return away / 1000;
    },
    stop: () => document.removeEventListener("visibilitychange", look),
  };
}
