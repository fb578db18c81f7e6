// Masks of symbolic tensors are symbolic too: in a functional model they are computed by operations of their own, which
// Keras writes into the model's config. These functions do the same on tensors and symbolic tensors alike.
import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../activations/with-gradient';
import type { Config } from '../registry/config';
import { KerasTensor } from './keras-tensor';
import { Node } from './node';
import { Operation } from './operation';
import type { Shape } from './shape';
import { flatten, type Tree } from './tree';

type AnyTensor = tf.Tensor | KerasTensor;

interface MaskOperationOptions {
  name?: string | null;
  [parameter: string]: unknown;
}

/** Computes a mask from tensors. What a subclass adds: `compute` and `shapeOf`. */
abstract class MaskOperation extends Operation {
  static readonly module: string = 'keras.src.ops.numpy';
  static fromConfig(config: Config): Operation {
    // biome-ignore lint/complexity/noThisInStatic: each operation is made from its own config.
    return new (this as unknown as new (options: Config) => Operation)(config);
  }
  readonly parameters: Readonly<Record<string, unknown>>;

  constructor({ name, ...parameters }: MaskOperationOptions = {}) {
    super(name);
    this.parameters = parameters;
  }

  protected abstract compute(inputs: readonly tf.Tensor[], options: Readonly<Record<string, unknown>>): tf.Tensor;
  protected abstract shapeOf(shapes: readonly Shape[]): Shape;

  override computeOutputSpec(inputs: Tree<KerasTensor>): KerasTensor {
    return new KerasTensor(this.shapeOf(flatten(inputs).map(({ shape }) => shape)), 'bool');
  }

  override apply(inputs: Tree<AnyTensor>, options: Readonly<Record<string, unknown>> = {}): AnyTensor {
    const tensors = flatten(inputs);
    if (tensors.every((tensor) => tensor instanceof tf.Tensor)) {
      // A mask counts as a constant: no gradient flows through it.
      return tf.tidy(() => withoutGradient(tensors[0] as tf.Tensor, (x) => this.compute([x], options)));
    }
    const output = this.computeOutputSpec(inputs as Tree<KerasTensor>);
    new Node(this, { inputs, options }, [output]);
    return output;
  }

  override getConfig(): Config {
    return { name: this.name, ...this.parameters };
  }
}

/** `x != value`, elementwise. Keras: `keras.ops.not_equal`. */
export class NotEqual extends MaskOperation {
  static override readonly className = 'NotEqual';
  static readonly registeredName = 'NotEqual';
  static readonly callOptions = ['x2'];
  static readonly positionalOptions = 1;

  protected override compute([x]: readonly tf.Tensor[], { x2 }: Readonly<Record<string, unknown>>): tf.Tensor {
    return tf.notEqual(x as tf.Tensor, tf.scalar(x2 as number, (x as tf.Tensor).dtype as 'float32'));
  }

  protected override shapeOf([shape]: readonly Shape[]): Shape {
    return shape as Shape;
  }
}

/** Whether any element along an axis is true. Keras: `keras.ops.any`. */
export class Any extends MaskOperation {
  static override readonly className = 'Any';
  static readonly registeredName = 'Any';

  protected override compute([x]: readonly tf.Tensor[]): tf.Tensor {
    return tf.any(x as tf.Tensor, this.#axis, this.#keepdims);
  }

  protected override shapeOf([shape]: readonly Shape[]): Shape {
    const rank = (shape as Shape).length;
    const axis = this.#axis < 0 ? this.#axis + rank : this.#axis;
    return (shape as Shape).flatMap((length, i) => (i !== axis ? [length] : this.#keepdims ? [1] : []));
  }

  get #axis(): number {
    return (this.parameters.axis as number | undefined) ?? -1;
  }

  get #keepdims(): boolean {
    return (this.parameters.keepdims as boolean | undefined) ?? false;
  }
}

/** The operations by class name, to read graphs that hold them. */
export const MASK_OPERATIONS = { NotEqual, Any };

/** Where `x` is not `value`: what `Embedding` and `Masking` make their masks from. */
export function notEqual<T extends AnyTensor>(x: T, value: number): T {
  if (x instanceof tf.Tensor) return tf.tidy(() => tf.notEqual(x, tf.scalar(value, x.dtype as 'float32'))) as T;
  return new NotEqual().apply(x, { x2: value }) as T;
}

/** Where any element of the last axis is true. */
export function anyOfLastAxis<T extends AnyTensor>(x: T, keepdims = false): T {
  return (x instanceof tf.Tensor ? tf.any(x, -1, keepdims) : new Any({ axis: -1, keepdims }).apply(x)) as T;
}
