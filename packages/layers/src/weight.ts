import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';

/** Makes a weight's first value. Keras's `Initializer`. */
export interface WeightInitializer {
  initialize(shape: number[], dtype?: tf.DataType): tf.Tensor;
}

/** Gives the penalty a weight adds to the loss, a scalar. Keras's `Regularizer`. */
export interface WeightRegularizer {
  apply(weight: tf.Tensor): tf.Tensor;
}

/** Projects a weight back into what is allowed, after each update. Keras's `Constraint`. */
export interface WeightConstraint {
  apply(weight: tf.Tensor): tf.Tensor;
}

export interface WeightOptions {
  /** The weight's own name, for example `kernel`. */
  name: string;
  shape: number[];
  /** Default `float32`. */
  dtype?: tf.DataType;
  /** Makes the first value; `value` may be given instead. Default zeros. */
  initializer?: WeightInitializer | null;
  /** The first value itself; it is copied, so the caller still owns it. */
  value?: tf.Tensor;
  /** Default true. */
  trainable?: boolean;
  regularizer?: WeightRegularizer | null;
  constraint?: WeightConstraint | null;
  /** The weight's name with its owners in front, for example `sequential/dense/kernel`. Default: the name. */
  path?: string;
}

let blank: { room: number; most: number } | null = null;

/**
 * Runs a function in which weights begin as zeros, whatever their initializers, and have at most `most` elements together.
 *
 * For whoever makes a model in order to fill it from a file: what would be overwritten is not computed, and a file that tells of
 * a model far larger than itself is refused before memory is taken. Throws then, naming the weight.
 *
 * @example
 * const model = withBlankWeights(1000, () => modelFromJSON(json));
 */
export function withBlankWeights<T>(most: number, run: () => T): T {
  const outer = blank;
  blank = { room: most, most };
  try {
    return run();
  } finally {
    blank = outer;
  }
}

/**
 * A named array that lives as long as its owner: a layer's kernel, an optimizer's slot, a metric's running sum.
 *
 * It wraps a `tf.Variable`, so it can be read in a differentiated function and assigned in a compiled step.
 * Keras class: `keras.Variable`.
 *
 * @example
 * const weight = new Weight({ name: 'kernel', shape: [2, 3] });
 * weight.assign(tf.ones([2, 3]));
 * tf.sum(weight.read()).dataSync()[0]; // 6
 */
export class Weight {
  readonly name: string;
  readonly shape: number[];
  readonly dtype: tf.DataType;
  readonly value: tf.Variable;
  readonly initializer: WeightInitializer | null;
  regularizer: WeightRegularizer | null;
  constraint: WeightConstraint | null;
  /** The weight's name with its owners in front, separated by `/`. */
  path: string;
  trainable: boolean;

  constructor(options: WeightOptions) {
    const { name, shape, dtype = 'float32', initializer = null, value, trainable = true, path = name } = options;
    this.name = name;
    this.path = path;
    this.shape = [...shape];
    this.dtype = dtype;
    this.trainable = trainable;
    this.initializer = initializer;
    this.regularizer = options.regularizer ?? null;
    this.constraint = options.constraint ?? null;
    expectBackend();
    if (blank && value === undefined) takeRoom(blank, this);
    const starts = blank ? null : initializer;
    this.value = tf.tidy(() => {
      const first = value ?? starts?.initialize(this.shape, dtype) ?? tf.zeros(this.shape, dtype);
      this.#expectShape(first);
      // A variable shares the data of what it is given and holds a reference of its own.
      return tf.variable(first.dtype === dtype ? first : tf.cast(first, dtype));
    });
  }

  /** Number of elements. */
  get size(): number {
    return this.value.size;
  }

  /** The current value, to use in operations. It belongs to the weight: do not dispose it, and clone it to keep the value of now. */
  read(): tf.Tensor {
    if (this.value.isDisposed) {
      throw new TenlabError({
        code: 'disposed',
        place: `Weight '${this.path}'`,
        expected: 'the weight must be in memory',
        received: inWords('one that was disposed'),
        remedy: 'Use a model until it is disposed, not after; make it anew, or clone it before.',
      });
    }
    return this.value;
  }

  /** Replaces the value. The tensor's data is shared, not copied; the caller still owns the tensor. Throws when shape or dtype differ. */
  assign(value: tf.Tensor): void {
    this.expectFit(value);
    this.value.assign(value);
  }

  /** Throws unless the tensor could be assigned. */
  expectFit(value: tf.Tensor): void {
    this.#expectShape(value);
    if (value.dtype !== this.dtype) {
      throw new TenlabError({
        code: 'invalid-dtype',
        place: `Weight '${this.path}'`,
        expected: `the value must be of type ${this.dtype}`,
        received: inWords(value.dtype),
        remedy: `Cast it first: tf.cast(value, '${this.dtype}').`,
      });
    }
  }

  /** `value <- value + delta`. */
  assignAdd(delta: tf.Tensor): void {
    tf.tidy(() => this.assign(tf.add(this.value, delta)));
  }

  /** Gives the memory back; again does nothing. */
  dispose(): void {
    if (!this.value.isDisposed) this.value.dispose();
  }

  #expectShape(value: tf.Tensor): void {
    if (tf.util.arraysEqual(value.shape, this.shape)) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: `Weight '${this.path}'`,
      expected: `the value must have shape [${this.shape}]`,
      received: inWords(`shape [${value.shape}]`),
      remedy: 'Give a tensor of exactly that shape; reshape it if its elements are in the same order.',
    });
  }
}

/** TF.js picks a backend by itself once one is registered; without any, its own message does not tell what to do. */
function expectBackend(): void {
  if (Object.keys(tf.engine().registryFactory).length > 0) return;
  throw new TenlabError({
    code: 'no-backend',
    expected: 'a backend must be in use before tensors are made',
    received: inWords('none'),
    remedy: "Start with `await useBackend()` from '@tenlab/core'.",
  });
}

function takeRoom(left: { room: number; most: number }, { shape, path }: Weight): void {
  left.room -= shape.reduce((product, length) => product * length, 1);
  if (left.room >= 0) return;
  throw new TenlabError({
    code: 'too-many-weights',
    place: `Weight '${path}'`,
    expected: `all weights together must have at most ${left.most} elements`,
    received: inWords(`shape [${shape}], which is too many`),
    remedy: 'The configuration does not belong to the weights: use those that were written together.',
  });
}
