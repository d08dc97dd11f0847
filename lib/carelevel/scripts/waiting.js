// Waiting for an answer: each step is done after its ms without one. Gives back how to stop.

/** @param {...{ after: number, done: () => unknown }} steps */
export function wait(...steps) {
  const timers = steps.map(({ after, done }) => setTimeout(done, after));
  return () => timers.forEach(clearTimeout);
}
