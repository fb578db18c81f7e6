import type * as tf from '@tensorflow/tfjs-core';
import { uniqueName } from './naming';
import type { Operation } from './operation';
import { formatShape, type Shape } from './shape';

/** Which call of which operation a symbolic tensor came from. */
export interface KerasHistory {
  operation: Operation;
  nodeIndex: number;
  tensorIndex: number;
}

/**
 * A tensor without values: a shape and a data type, and how it is computed. A functional model is a graph of them.
 *
 * Keras class: `keras.KerasTensor`.
 *
 * @example
 * const x = Input({ shape: [28, 28] });
 * new Flatten().apply(x).shape; // [null, 784]
 */
export class KerasTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: tf.DataType;
  /** Null until an operation has made it. */
  history: KerasHistory | null = null;
  /** The mask that layers pass along with it. */
  mask: KerasTensor | null = null;

  constructor(shape: Shape, dtype: tf.DataType = 'float32', name: string = uniqueName('keras_tensor')) {
    this.shape = [...shape];
    this.dtype = dtype;
    this.name = name;
  }

  get rank(): number {
    return this.shape.length;
  }

  toString(): string {
    return `<KerasTensor shape=${formatShape(this.shape)}, dtype=${this.dtype}, name=${this.name}>`;
  }
}
