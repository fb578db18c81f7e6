import * as tf from '@tensorflow/tfjs-core';
import type { Shape, Shapes } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import { type CallOptions, Layer } from '../layer';

/** The length of each state of a cell: a number where it has one, a list where it has several, nested for stacked cells. */
export type StateSize = number | readonly StateSize[];

/** The states of a cell: a list, nested for stacked cells. */
export type States = readonly Tree<tf.Tensor>[];

/** What a cell drops in one call of its layer, the same at every step; a stack of cells has one for each. */
export type CellMasks = { inputs: readonly tf.Tensor[]; recurrent: readonly tf.Tensor[] } | readonly CellMasks[];

/** What a cell gives for one step. */
export interface CellStep {
  output: tf.Tensor;
  states: States;
}

/** How a cell goes over a sequence without a mask. */
export interface SequenceSettings {
  goBackwards: boolean;
  /** Whether all outputs are wanted, or the last only. */
  returnSequences: boolean;
  /** Whether the states after the last step are wanted. */
  returnState: boolean;
}

/** What a cell gave over a sequence. */
export interface Scan {
  /** `[batch, …]`, or `[batch, steps, …]` in the order in which the steps were taken. */
  output: tf.Tensor;
  /** Empty where nobody wanted them. */
  states: States;
}

/** Nothing is dropped. */
export const NO_MASKS: CellMasks = { inputs: [], recurrent: [] };

/**
 * One step of a recurrent layer: from an input and the states before it to an output and the states after it.
 *
 * A cell of your own has `stateSize`, and `call(inputs, { states, training })` that returns `[output, newStates]`. Cells whose
 * input product does not depend on the states override `project` and `recur` instead: `RNN` then projects all steps at once.
 * Keras: the cell protocol of `keras.layers.RNN`.
 *
 * @example
 * class Sum extends RNNCell {
 *   readonly stateSize = 2;
 *   override call(inputs: tf.Tensor, { states }: CallOptions) {
 *     const sum = tf.add(inputs, (states as tf.Tensor[])[0]!);
 *     return [sum, [sum]];
 *   }
 * }
 * new RNN({ cell: new Sum() }).apply(tf.ones([1, 3, 2])).arraySync(); // [[3, 3]]
 */
export abstract class RNNCell extends Layer {
  static override readonly className: string = 'RNNCell';
  static override readonly callOptions: readonly string[] = ['states'];

  /** The length of each state. */
  abstract readonly stateSize: StateSize;

  /** The length of the output: that of the first state. */
  get outputSize(): number {
    return firstSize(this.stateSize);
  }

  /** The states before the first step: zeros. */
  getInitialState(batchSize: number): States {
    const { stateSize } = this;
    return (typeof stateSize === 'number' ? [stateSize] : stateSize).map((size) => zeros(size, batchSize));
  }

  /** The shapes of the states; the batch may be null. */
  stateShapes(batchSize: number | null): Shapes[] {
    const { stateSize } = this;
    return (typeof stateSize === 'number' ? [stateSize] : stateSize).map((size) => shapesOfSize(size, batchSize));
  }

  /** The shape of the output of one step. */
  outputShape(batchSize: number | null): Shape {
    return [batchSize, this.outputSize];
  }

  /** Draws what one call drops; `inputShape` is that of one step. */
  drawMasks(_inputShape: readonly number[], _training: boolean): CellMasks {
    return NO_MASKS;
  }

  /** What the inputs contribute, for one step `[batch, …]` or for many at once `[steps, batch, …]`. */
  project(inputs: tf.Tensor, _masks: CellMasks): tf.Tensor {
    return inputs;
  }

  /** One step from projected inputs. */
  recur(projected: tf.Tensor, states: States, _masks: CellMasks, training: boolean): CellStep {
    const [output, next] = this.call(projected, { states, training, mask: [] }) as [tf.Tensor, States];
    return { output, states: next };
  }

  /** All steps of `[batch, steps, …]` at once, where cell and backend can do that; null where the steps have to be laid out. */
  recurWhole(_sequence: tf.Tensor, _states: States, _masks: CellMasks, _settings: SequenceSettings): Scan | null {
    return null;
  }

  override call(inputs: tf.Tensor, { states, training }: CallOptions): Tree<tf.Tensor> {
    const masks = this.drawMasks(inputs.shape, training);
    const step = this.recur(this.project(inputs, masks), listed(states), masks, training);
    return [step.output, step.states];
  }

  override computeOutputShape(inputShape: Shape): Shapes {
    const batchSize = inputShape[0] ?? null;
    return [this.outputShape(batchSize), this.stateShapes(batchSize)];
  }
}

/** States as a list; one tensor is a list of one. */
export function listed(states: unknown): States {
  return Array.isArray(states) ? (states as States) : [states as tf.Tensor];
}

function firstSize(size: StateSize): number {
  return typeof size === 'number' ? size : firstSize(size[0] as StateSize);
}

function zeros(size: StateSize, batchSize: number): Tree<tf.Tensor> {
  return typeof size === 'number' ? tf.zeros([batchSize, size]) : size.map((inner) => zeros(inner, batchSize));
}

function shapesOfSize(size: StateSize, batchSize: number | null): Shapes {
  return typeof size === 'number' ? [batchSize, size] : size.map((inner) => shapesOfSize(inner, batchSize));
}
