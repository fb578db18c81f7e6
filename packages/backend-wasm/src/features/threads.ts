/** How many threads can share memory here, and why not more. */
export interface ThreadSupport {
  readonly threads: number;
  /** Why there is only one thread; absent where there can be more. */
  readonly reason?: string;
  /** What would allow more. */
  readonly remedy?: string;
}

/** How many threads this place allows: all cores in Node, and in a cross-origin isolated worker of a browser. */
export async function threadSupport(): Promise<ThreadSupport> {
  if (isNode()) {
    const { availableParallelism } = await import('node:os');
    return { threads: availableParallelism() };
  }
  if (!globalThis.crossOriginIsolated) {
    return {
      threads: 1,
      reason: 'the page is not cross-origin isolated, so memory cannot be shared between threads',
      remedy: 'Serve it with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
    };
  }
  if (typeof window === 'object') {
    return {
      threads: 1,
      reason: "a browser's main thread may not wait for other threads",
      remedy: 'Train in a Worker.',
    };
  }
  return { threads: navigator.hardwareConcurrency };
}

/** Whether this is Node (or a runtime that presents itself as Node). */
export function isNode(): boolean {
  return typeof process === 'object' && typeof process.versions?.node === 'string';
}
