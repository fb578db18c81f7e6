import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { KerasTensor } from '../../graph/keras-tensor';
import { axisOf, formatShape, type Shape, type Shapes } from '../../graph/shape';
import { flatten, type Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import type { CallOptions, LayerOptions } from '../layer';
import { BaseMerge } from './base-merge';
import { concatenateMasks } from './merge-masks';

export interface ConcatenateOptions extends LayerOptions {
  /** The axis along which the inputs are joined. Default -1. */
  axis?: number;
}

/**
 * Joins inputs along an axis.
 *
 * Shapes: with the default axis, `[..., a]` and `[..., b]` to `[..., a + b]`. Throws when another axis differs.
 * Keras class: `keras.layers.Concatenate`.
 *
 * @example
 * new Concatenate().apply([tf.tensor2d([[1, 2]]), tf.tensor2d([[3]])]).arraySync(); // [[1, 2, 3]]
 */
export class Concatenate extends BaseMerge {
  static override readonly className: string = 'Concatenate';
  readonly axis: number;

  constructor(options: ConcatenateOptions = {}) {
    super(options, ['axis']);
    this.axis = options.axis ?? -1;
  }

  override call(inputs: Tree<tf.Tensor>, _options: CallOptions): tf.Tensor {
    const tensors = flatten(inputs);
    this.computeOutputShape(tensors.map(({ shape }) => shape as Shape));
    return this.merge(tensors);
  }

  protected override merge(inputs: readonly tf.Tensor[]): tf.Tensor {
    return tf.concat([...inputs], axisOf(this.axis, (inputs[0] as tf.Tensor).rank));
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const shapes = this.expectList(inputShape);
    const [first = []] = shapes;
    const axis = axisOf(this.axis, first.length);
    return first.map((length, i) => {
      const lengths = shapes.map((shape) => shape[i] ?? null);
      const isKnown = lengths.every((other) => other !== null);
      if (i === axis) return isKnown ? (lengths as number[]).reduce((sum, other) => sum + other, 0) : null;
      const known = new Set(lengths.filter((other) => other !== null));
      if (known.size > 1 || shapes.some((shape) => shape.length !== first.length)) this.#failFor(shapes, axis);
      return [...known][0] ?? length;
    });
  }

  override computeMask(inputs: Tree<tf.Tensor | KerasTensor>, previousMask: Tree<unknown>): Tree<unknown> {
    return concatenateMasks(flatten(inputs), flatten(previousMask) as (tf.Tensor | KerasTensor | null)[], this.axis);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis };
  }

  #failFor(shapes: readonly Shape[], axis: number): never {
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: `the inputs must have equal shapes but for axis ${axis}, along which they are joined`,
      received: inWords(shapes.map(formatShape).join(' and ')),
      remedy: 'Join them along another axis, or reshape them first.',
    });
  }
}
