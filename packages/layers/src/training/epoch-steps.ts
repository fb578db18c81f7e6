import { inWords, TenlabError } from '@tenlab/core';
import type { BatchSource, PassPlace } from './data/batches';
import type { StepData } from './data/step-data';
import type { Json } from './resume/run-state';

/**
 * The batches of one epoch after another. With `stepsPerEpoch` an epoch goes on where the last one ended; without it, an
 * epoch is one pass over the data. Keras: `EpochIterator`.
 */
export class EpochSteps {
  readonly #place: string;
  readonly #source: BatchSource;
  readonly #stepsPerEpoch: number | null;
  #iterator: Iterator<StepData> | AsyncIterator<StepData> | null = null;
  /** The pass that is open: the epoch in which it began, and the batches taken from it. */
  #pass = { epoch: 0, taken: 0 };

  constructor(place: string, source: BatchSource, stepsPerEpoch: number | null = null) {
    this.#place = place;
    this.#source = source;
    this.#stepsPerEpoch = stepsPerEpoch;
    if (stepsPerEpoch === null || source.steps === null || stepsPerEpoch <= source.steps) return;
    throw new TenlabError({
      code: 'not-enough-data',
      place,
      expected: `there must be at least ${stepsPerEpoch} batches`,
      received: inWords(`${source.steps}`),
      remedy: 'Ask for fewer steps, take a smaller batch size, or give a data set that repeats.',
    });
  }

  /** Steps in an epoch; null when not known. */
  get steps(): number | null {
    return this.#stepsPerEpoch ?? this.#source.steps;
  }

  /** Whether an epoch is something else than one pass over the data. */
  get isLimited(): boolean {
    return this.#stepsPerEpoch !== null;
  }

  /** Where the batches stand. */
  getState(): Json {
    const open = this.#iterator === null ? null : { ...this.#pass };
    return { open, source: this.#source.getState() };
  }

  /** Goes on from there with the next `epoch`. */
  setState(state: Json): void {
    const { open, source } = state as { open: { epoch: number; taken: number } | null; source: Json };
    this.#source.setState(source);
    if (open) this.#iterator = this.#open(open.epoch, { taken: open.taken, source });
  }

  /** The batches of an epoch of which `done` were taken before. Whoever takes a batch disposes it. Throws when there is none. */
  async *epoch(epoch: number, done = 0): AsyncGenerator<StepData> {
    let count = done;
    const wanted = this.#stepsPerEpoch ?? Number.POSITIVE_INFINITY;
    let carriedOver = this.#iterator !== null;
    while (count < wanted) {
      this.#iterator ??= this.#open(epoch);
      const next = await this.#iterator.next();
      if (!next.done) {
        count++;
        this.#pass.taken++;
        yield next.value;
        continue;
      }
      this.#iterator = null;
      // An epoch that begins at the end of a pass begins a new one.
      if (count > 0 || !carriedOver) break;
      carriedOver = false;
    }
    if (count === 0) throw this.#noData();
    if (count < wanted && this.#stepsPerEpoch !== null) {
      console.warn(
        `${this.#place}: the data ended after ${count} of ${wanted} steps. Give a data set that repeats, or ask for fewer steps.`,
      );
    }
    if (this.#stepsPerEpoch === null) this.#iterator = null;
  }

  #open(epoch: number, after?: PassPlace) {
    this.#pass = { epoch, taken: after?.taken ?? 0 };
    return iterate(this.#source.pass(epoch, after));
  }

  /** Lets an unfinished iterator clean up. */
  async close(): Promise<void> {
    await this.#iterator?.return?.(undefined);
    this.#iterator = null;
  }

  #noData(): TenlabError {
    return new TenlabError({
      code: 'no-data',
      place: this.#place,
      expected: 'there must be at least one batch in each epoch',
      received: inWords('a data set that gave none'),
      remedy: 'A generator can be used up only once: pass the function that makes it, or set `stepsPerEpoch`.',
    });
  }
}

function iterate(pass: AsyncIterable<StepData> | Iterable<StepData>): Iterator<StepData> | AsyncIterator<StepData> {
  return Symbol.asyncIterator in pass ? pass[Symbol.asyncIterator]() : pass[Symbol.iterator]();
}
