import * as tf from '@tensorflow/tfjs-core';
import { flatten, packAs, type Tree } from '../../graph/tree';
import type { States } from './rnn-cell';

/** One state of a stateful layer, kept from batch to batch in a variable that a compiled step can hold. */
class KeptState {
  readonly state: tf.Variable;

  constructor(first: tf.Tensor) {
    this.state = tf.variable(first, false);
  }

  dispose(): void {
    this.state.dispose();
  }
}

/** The states of a stateful layer. They are no weights; the layer frees them with itself. */
export class RecurrentState {
  /** In the order of the states; a layer that holds them finds them here, as it finds random states. */
  readonly kept: readonly KeptState[];
  readonly batchSize: number;
  readonly #form: States;

  /** Begins with a copy of the states. */
  constructor(states: States, batchSize: number) {
    this.kept = flatten(states as Tree<tf.Tensor>).map((state) => new KeptState(state));
    this.batchSize = batchSize;
    // Only the form counts: the tensors themselves are the caller's.
    this.#form = packAs(
      states as Tree<unknown>,
      this.kept.map(() => 0),
    ) as unknown as States;
  }

  /** The states of now, as tensors of their own. */
  read(): States {
    return packAs(
      this.#form as Tree<unknown>,
      this.kept.map(({ state }) => tf.clone(state)),
    ) as unknown as States;
  }

  /** Keeps other states from now on. */
  assign(states: States): void {
    for (const [index, state] of flatten(states as Tree<tf.Tensor>).entries()) {
      this.kept[index]?.state.assign(state as tf.Tensor);
    }
  }

  /** Begins with zeros again. */
  reset(): void {
    tf.tidy(() => {
      for (const { state } of this.kept) state.assign(tf.zerosLike(state));
    });
  }
}
