import type { Json } from '@tenlab/layers';

export type { Json };

/**
 * One step of a pipeline: opened once for each pass over the data, it gives that pass's elements one by one.
 *
 * A stage is a plan and holds no place; the places are in its iterators.
 */
export interface Stage<T> {
  /** What it does, as `shuffle(1000)`: part of the signature that a saved place is checked against. */
  readonly name: string;
  /** Elements of one pass; Infinity where it never ends, null where it is not known before its end. */
  readonly length: number | null;
  /** The stages it takes from. */
  readonly sources: readonly Stage<unknown>[];
  /** Begins a pass (from 0), or goes on where `state` was taken. The same pass gives the same elements. */
  open(pass: number, state?: Json): StageIterator<T>;
  /** The element at a place, for stages that can be read in any order. */
  at?(index: number): T | Promise<T>;
}

/** The elements of a pass from some place on. `next` is not called again before its last answer is there. */
export interface StageIterator<T> {
  next(): Promise<IteratorResult<T, undefined>>;
  /** The place: exactly what has been given so far is behind it. */
  state(): Json;
  /** Lets go of what runs in the background, of files and threads. */
  close(): Promise<void>;
}

/** The end of a pass. */
export const done: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** A state as an object; stages read back only what they wrote. */
export function fields<State>(state: Json | undefined): State | undefined {
  return state as State | undefined;
}

/** The stages of a pipeline from its sources on, as one line: `arrays(6) > shuffle(4, seed 1) > batch(2)`. */
export function signatureOf(stage: Stage<unknown>): string {
  const before = stage.sources.map(signatureOf);
  if (before.length === 0) return stage.name;
  return `${before.length === 1 ? before[0] : `(${before.join(' | ')})`} > ${stage.name}`;
}

/** How many elements are left of a known number; null stays null. */
export function lengthThrough(length: number | null, change: (length: number) => number): number | null {
  return length === null ? null : change(length);
}
