import { inWords, TenlabError } from '@tenlab/core';
import { type Json, type Stage, type StageIterator, signatureOf } from './stage';

/** A place in a pass over a data set, as it lies in JSON. */
interface Place {
  format: 'tenlab.dataset';
  version: 1;
  /** The pipeline that it is a place of. */
  signature: string;
  /** The number of the pass, from 0. */
  pass: number;
  /** Where each stage is; null at the beginning of the pass. */
  stage: Json;
}

/** One pass over a data set, from some place on. */
export class DatasetIterator<T> implements AsyncIterableIterator<T, undefined> {
  readonly #stage: Stage<T>;
  readonly #signature: string;
  readonly #numberPass: () => number;
  readonly #begin: Json;
  #pass: number | undefined;
  #iterator: StageIterator<T> | undefined;
  #ended = false;
  #pending: Promise<unknown> = Promise.resolve();

  /** @internal Made by `Dataset.iterate`. `numberPass` is asked when the first element is: an iterator never used is no pass. */
  constructor(stage: Stage<T>, numberPass: () => number, begin: Json = null) {
    this.#stage = stage;
    this.#signature = signatureOf(stage);
    this.#numberPass = numberPass;
    this.#begin = begin;
  }

  /** The next element. Several may be asked for at once: they come one after the other. */
  next(): Promise<IteratorResult<T, undefined>> {
    const next = this.#pending.then(() => this.#next());
    this.#pending = next.catch(() => undefined);
    return next;
  }

  /** The place, as JSON: what has been given is behind it. At the end it is the beginning of the next pass. */
  getState(): Json {
    const pass = this.#numbered();
    const place = { format: 'tenlab.dataset', version: 1, signature: this.#signature };
    if (this.#ended) return { ...place, pass: pass + 1, stage: null };
    return { ...place, pass, stage: this.#iterator?.state() ?? this.#begin };
  }

  /** Ends the pass here: lets go of what runs in the background. The place stays. */
  async return(): Promise<IteratorResult<T, undefined>> {
    await this.#pending;
    await this.#iterator?.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #next(): Promise<IteratorResult<T, undefined>> {
    if (this.#ended) return { done: true, value: undefined };
    this.#iterator ??= this.#stage.open(this.#numbered(), this.#begin ?? undefined);
    const iterator = this.#iterator;
    const next = await iterator.next().catch(async (error) => {
      // The first error counts, not what closing makes of it.
      await iterator.close().catch(() => undefined);
      throw error;
    });
    if (!next.done) return next;
    this.#ended = true;
    await iterator.close();
    return next;
  }

  #numbered(): number {
    this.#pass ??= this.#numberPass();
    return this.#pass;
  }
}

/** The place that a state is. Throws unless it is one of this pipeline. */
export function checkState(state: Json, stage: Stage<unknown>): { pass: number; stage: Json } {
  const signature = signatureOf(stage);
  const place = (state ?? {}) as unknown as Partial<Place>;
  if (place.format !== 'tenlab.dataset' || place.version !== 1 || !Number.isInteger(place.pass)) {
    throw new TenlabError({
      code: 'invalid-state',
      place: 'Dataset.iterateFrom',
      expected: 'what `getState` of an iterator gave, of version 1',
      received: state,
      remedy: 'Save `iterator.getState()` as JSON, and pass what JSON.parse makes of it.',
    });
  }
  const { pass, stage: begin = null } = place as Place;
  if (place.signature === signature) return { pass, stage: begin };
  throw new TenlabError({
    code: 'other-pipeline',
    place: 'Dataset.iterateFrom',
    expected: `a place in ${signature}`,
    received: inWords(`one in ${place.signature}`),
    remedy: 'Build the pipeline as it was, with the same sizes and seeds.',
  });
}
