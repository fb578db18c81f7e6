/**
 * Stands in for a pthread worker that will never have work: it says it has loaded and does nothing else.
 * Emscripten's glue starts eight of them before anyone asks for a thread.
 */
class IdleWorker {
  onmessage: ((event: { data: { cmd: string } }) => void) | undefined;

  postMessage(message: { cmd?: string }): void {
    if (message.cmd === 'load') queueMicrotask(() => this.onmessage?.({ data: { cmd: 'loaded' } }));
  }

  on(): void {}
  unref(): void {}
  terminate(): void {}
}

/** Calls `create` while the global `Worker` makes idle ones; what `create` starts later gets the real one again. */
export function withoutWorkers<T>(create: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  // A setter that ignores: the glue assigns Node's own Worker class to the global before it uses it.
  Object.defineProperty(globalThis, 'Worker', { configurable: true, get: () => IdleWorker, set: () => {} });
  try {
    return create();
  } finally {
    if (before) Object.defineProperty(globalThis, 'Worker', before);
    else Reflect.deleteProperty(globalThis, 'Worker');
  }
}
