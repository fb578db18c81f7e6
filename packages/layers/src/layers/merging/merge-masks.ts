// The masks of layers with several inputs. As in graph/mask-operations.ts, these functions take tensors and symbolic tensors
// alike: on symbolic ones they add an operation to the graph, which is written into the model's config.
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import { Node } from '../../graph/node';
import { Operation } from '../../graph/operation';
import { flatten, type Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';

type AnyTensor = tf.Tensor | KerasTensor;
type AnyMask = AnyTensor | null;

/** `x1 or x2`, elementwise. Keras: `keras.ops.logical_or`. */
export class LogicalOr extends Operation {
  static override readonly className = 'LogicalOr';
  static readonly module: string = 'keras.src.ops.numpy';
  static readonly registeredName = 'LogicalOr';
  static readonly callOptions = ['x2'];
  static readonly positionalOptions = 1;

  static fromConfig({ name }: Config): LogicalOr {
    return new LogicalOr(name as string);
  }

  override apply(x1: AnyTensor, options: Readonly<Record<string, unknown>>): AnyTensor {
    const x2 = options.x2 as AnyTensor;
    if (x1 instanceof tf.Tensor && x2 instanceof tf.Tensor) return or(x1, x2);
    const output = this.computeOutputSpec(x1 as KerasTensor);
    new Node(this, { inputs: x1, options }, [output]);
    return output;
  }

  override computeOutputSpec(x1: Tree<KerasTensor>): KerasTensor {
    return new KerasTensor((x1 as KerasTensor).shape, 'bool');
  }

  override getConfig(): Config {
    return { name: this.name };
  }
}

/** Where any of the masks is true; none when one input has none. */
export function orMasks(masks: readonly AnyMask[]): AnyMask {
  if (masks.length === 0 || masks.some((mask) => mask === null)) return null;
  return (masks as AnyTensor[]).reduce((joined, mask) =>
    joined instanceof tf.Tensor && mask instanceof tf.Tensor
      ? or(joined, mask)
      : new LogicalOr().apply(joined, { x2: mask }),
  );
}

/**
 * The masks of inputs that are joined along an axis, joined: a step counts where any of its features does. Keras writes it as
 * several operations, here it is one; inputs come first, then their masks, `masked` telling which inputs have one.
 */
export class ConcatenateMasks extends Operation {
  static override readonly className = 'ConcatenateMasks';
  static readonly module: string = 'tenlab';
  static readonly registeredName = 'ConcatenateMasks';
  readonly axis: number;
  readonly masked: readonly boolean[];

  constructor({ name, axis, masked }: { name?: string | null; axis: number; masked: readonly boolean[] }) {
    super(name);
    this.axis = axis;
    this.masked = masked;
  }

  static fromConfig(config: Config): ConcatenateMasks {
    return new ConcatenateMasks(config as unknown as { name: string; axis: number; masked: boolean[] });
  }

  override apply(inputs: Tree<AnyTensor>): AnyTensor {
    const tensors = flatten(inputs);
    if (tensors.every((tensor) => tensor instanceof tf.Tensor)) return tf.tidy(() => this.#join(tensors));
    const output = this.computeOutputSpec(inputs as Tree<KerasTensor>);
    new Node(this, { inputs, options: {} }, [output]);
    return output;
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>): KerasTensor {
    const shapes = flatten(inputs)
      .slice(0, this.masked.length)
      .map(({ shape }) => shape);
    const [first = []] = shapes;
    const axis = this.axis < 0 ? this.axis + first.length : this.axis;
    const lengths = shapes.map((shape) => shape[axis] ?? null);
    const sum = lengths.reduce<number | null>((total, n) => (total === null || n === null ? null : total + n), 0);
    return new KerasTensor(first.map((length, i) => (i === axis ? sum : length)).slice(0, -1), 'bool');
  }

  override getConfig(): Config {
    return { name: this.name, axis: this.axis, masked: this.masked };
  }

  #join(tensors: readonly tf.Tensor[]): tf.Tensor {
    const masks = tensors.slice(this.masked.length);
    const wide = this.masked.map((isMasked, i) => {
      const ones = tf.ones((tensors[i] as tf.Tensor).shape);
      const mask = isMasked ? (masks.shift() as tf.Tensor) : null;
      if (mask === null) return ones;
      const last = mask.rank < ones.rank ? tf.expandDims(mask, -1) : mask;
      return tf.mul(ones, tf.cast(last, 'float32'));
    });
    return tf.cast(tf.max(tf.concat(wide, this.axis), -1), 'bool');
  }
}

/** The mask of inputs joined along an axis; none when none of them has one. */
export function concatenateMasks(inputs: readonly AnyTensor[], masks: readonly AnyMask[], axis: number): AnyMask {
  const given = masks.filter((mask) => mask !== null);
  if (given.length === 0) return null;
  const masked = masks.map((mask) => mask !== null);
  return new ConcatenateMasks({ axis, masked }).apply([...inputs, ...given]);
}

function or(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.logicalOr(tf.cast(a, 'bool'), tf.cast(b, 'bool')));
}
