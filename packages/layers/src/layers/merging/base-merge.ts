import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { KerasTensor } from '../../graph/keras-tensor';
import { flattenShapes, formatShape, isShape, type Shape, type Shapes } from '../../graph/shape';
import { flatten, type Tree } from '../../graph/tree';
import { asFloat } from '../as-float';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { orMasks } from './merge-masks';

/** A mask as wide as its input, or null where the input has none. */
export type WideMask = tf.Tensor | null;

/**
 * What `Add`, `Subtract`, `Multiply`, `Average`, `Maximum` and `Minimum` have in common: inputs are brought to one rank, axes of
 * length 1 are stretched, and the mask of the result is true where that of any input is.
 */
export abstract class BaseMerge extends Layer {
  /** Whether `merge` needs inputs of one shape. It gets them too when one has a mask. */
  protected readonly needsOneShape: boolean = false;

  constructor(options: LayerOptions = {}, ownOptions: readonly string[] = []) {
    super(options, ownOptions);
    this.supportsMasking = true;
  }

  /** Joins inputs of one rank. `masks` are as wide as they. */
  protected abstract merge(inputs: readonly tf.Tensor[], masks: readonly WideMask[]): tf.Tensor;

  override build(inputShape: Shapes): void {
    this.computeOutputShape(inputShape);
  }

  override call(inputs: Tree<tf.Tensor>, { mask }: CallOptions): tf.Tensor {
    const tensors = flatten(inputs).map(asFloat);
    const shape = this.computeOutputShape(tensors.map((tensor) => tensor.shape as Shape)) as number[];
    const masks = flatten((mask ?? []) as Tree<WideMask>);
    const fills = this.needsOneShape || masks.some((given) => given !== null);
    const wide = tensors.map((tensor) => {
      const ranked = tf.reshape(tensor, stretch(tensor.shape, shape.length));
      // Not tf.broadcastTo, whose gradient stops at four axes.
      return fills && !tf.util.arraysEqual(ranked.shape, shape) ? tf.mul(ranked, tf.ones(shape)) : ranked;
    });
    return this.merge(
      wide,
      wide.map((tensor, i) => widen(masks[i] ?? null, tensor)),
    );
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const shapes = this.expectList(inputShape);
    const rank = Math.max(...shapes.map((shape) => shape.length));
    return shapes.map((shape) => stretch(shape, rank)).reduce((merged, shape) => this.#joined(merged, shape, shapes));
  }

  override computeMask(_inputs: Tree<tf.Tensor | KerasTensor>, previousMask: Tree<unknown>): Tree<unknown> {
    return orMasks(flatten(previousMask) as (tf.Tensor | KerasTensor | null)[]);
  }

  /** The shapes as a list. Throws when there is one tensor where a list was needed, or another number than `count`. */
  protected expectList(inputShape: Shapes, count: number | null = null): Shape[] {
    const shapes = flattenShapes(inputShape);
    if (!isShape(inputShape) && shapes.length > 0 && (count === null || shapes.length === count)) return shapes;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: `the inputs must be a list of ${count === null ? '' : `${count} `}tensors`,
      received: inWords(isShape(inputShape) ? 'one tensor' : `${shapes.length}`),
      remedy: 'Pass them as one list: layer.apply([a, b]).',
    });
  }

  #joined(a: Shape, b: Shape, shapes: readonly Shape[]): Shape {
    return a.map((length, axis) => {
      const other = b[axis] ?? null;
      if (axis === 0)
        return length === null ? other : other === null ? length : this.#expectEqual(length, other, shapes);
      if (length === 1) return other;
      if (other === 1) return length;
      return this.#expectEqual(length, other, shapes);
    });
  }

  #expectEqual(a: number | null, b: number | null, shapes: readonly Shape[]): number | null {
    if (a === b) return a;
    if (a === null || b === null) return null;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: 'the inputs must have equal shapes, or axes of length 1 where they differ',
      received: inWords(shapes.map(formatShape).join(' and ')),
      remedy: 'Reshape one of them, or give the layers before as many outputs.',
    });
  }
}

/** Adds axes of length 1 behind the batch, as Keras does with inputs of lower rank. */
function stretch<T extends number | null>(shape: readonly T[], rank: number): T[] {
  const [batch, ...rest] = shape;
  return batch === undefined
    ? [...shape]
    : [batch, ...Array.from({ length: rank - shape.length }, () => 1 as T), ...rest];
}

function widen(mask: WideMask, tensor: tf.Tensor): WideMask {
  if (mask === null) return null;
  const ones = tf.onesLike(tensor);
  const last = mask.rank < tensor.rank ? tf.expandDims(mask, -1) : mask;
  return tf.cast(tf.mul(ones, tf.cast(last, 'float32')), 'bool');
}
