/** What a backend error is made of; the same three parts as @tenlab/core's TenlabError. */
export interface BackendErrorParts {
  readonly code: string;
  /** Where it happened, for example `Conv2D (wasm)`. */
  readonly place: string;
  readonly expected: string;
  readonly received: string;
  readonly remedy: string;
  readonly cause?: unknown;
}

/**
 * An error in three parts: what was expected, what came, what to do.
 * This package stands below @tenlab/core and works without it, so it carries the marker that makes
 * `TenlabError.isInstance` true instead of importing the class.
 */
export class BackendError extends Error {
  readonly code: string;
  readonly place: string;
  readonly expected: string;
  readonly received: string;
  readonly remedy: string;

  constructor({ code, place, expected, received, remedy, cause }: BackendErrorParts) {
    super(`${place}: ${expected}. Received: ${received}. ${remedy}`, cause === undefined ? undefined : { cause });
    this.name = 'TenlabError';
    this.code = code;
    this.place = place;
    this.expected = expected;
    this.received = received;
    this.remedy = remedy;
    Object.defineProperty(this, Symbol.for('tenlab.error'), { value: true });
  }
}
