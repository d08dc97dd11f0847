// One tab at a time: two that write one record would lose answers.

const NAME = "carelevel-record";

// Whether this tab has the record now; with *steal* it takes it from the one that has. *lost*: another has taken it.
/** @param {boolean} steal @param {() => void} lost @returns {Promise<boolean>} */
export function hold(steal, lost) {
  if (!navigator.locks) return Promise.resolve(true); // what is written elsewhere is seen when the record is written
  const options = steal ? { steal } : { ifAvailable: true };
  return new Promise((resolve) => {
    /** @param {Lock | null} lock */
    const granted = (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {}); // for as long as the tab lives
    };
    navigator.locks.request(NAME, options, granted).catch((error) => {
      if (error.name === "AbortError") lost();
      else resolve(true); // a browser that gives this page no locks
    });
  });
}
