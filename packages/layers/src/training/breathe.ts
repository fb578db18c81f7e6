/**
 * Lets the event loop take a turn now and then, so that timers, signals such as Ctrl-C and the page stay alive during training.
 *
 * @example
 * const breathe = breather(20);
 * for (const batch of batches) { step(batch); await breathe(); }
 */
export function breather(milliseconds: number): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < milliseconds) return undefined;
    return nextTurn().then(() => {
      last = performance.now();
    });
  };
}

function nextTurn(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => setTimeout(resolve, 0));
}
