/** Ctrl-C as an AbortSignal: the first asks, the second insists. */
export interface Interruption {
  signal: AbortSignal;
  /** 130 after Ctrl-C, 143 after a `kill`; `undefined` while nobody asked. */
  exitCode(): number | undefined;
  /** Gives the signals back to Node. */
  end(): void;
}

/**
 * A terminal sends Ctrl-C to every process of the group, and a parent may pass it on: what follows within this time is the
 * same key press.
 */
const samePress = 400;

/**
 * Listens for Ctrl-C and for `kill` while a run goes on.
 *
 * The first aborts the signal, and the run saves what it has learned. From the second on the process ends at once.
 */
export function listenForInterruption(onFirst: () => void): Interruption {
  const controller = new AbortController();
  let first: { at: number; code: number } | undefined;
  const listenTo = (code: number) => () => {
    if (first === undefined) {
      first = { at: Date.now(), code };
      onFirst();
      controller.abort(new Error('interrupted'));
    } else if (Date.now() - first.at > samePress) {
      process.exit(code);
    }
  };
  const listeners = [
    ['SIGINT', listenTo(130)],
    ['SIGTERM', listenTo(143)],
  ] as const;
  for (const [name, listener] of listeners) process.on(name, listener);
  return {
    signal: controller.signal,
    exitCode: () => first?.code,
    end: () => {
      for (const [name, listener] of listeners) process.off(name, listener);
    },
  };
}
