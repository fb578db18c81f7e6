import { TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { KerasTensor } from '../../graph/keras-tensor';
import { flattenShapes, type Shape, type Shapes } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config, ConfigObject } from '../../registry/config';
import { inferOutputSpec } from '../infer-output';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { findFunction, nameOfFunction } from './function-registry';

/** What a `Lambda` computes: the inputs, the layer's arguments with `training` and `mask`, to the outputs. */
export type LambdaFunction = (
  inputs: never,
  options: { readonly training: boolean; readonly mask: unknown } & Readonly<Record<string, unknown>>,
) => Tree<tf.Tensor>;

export interface LambdaOptions extends LayerOptions {
  /** The function, or the name it is registered under with `registerFunction`. */
  function: LambdaFunction | string | ConfigObject;
  /** The shape of a sample of the output. Default: found by calling the function on zeros. */
  outputShape?: Shape | null;
  /** Passed to the function beside `training` and `mask`. Default none. */
  arguments?: Readonly<Record<string, unknown>>;
}

/**
 * A function as a layer, without weights of its own.
 *
 * To be saved and read again the function must be known by name: `registerFunction`. Shapes: what the function gives. Throws on a
 * name that is not known, and when a function without a name is to be saved. Keras class: `keras.layers.Lambda`.
 *
 * @example
 * new Lambda({ function: (x) => tf.square(x) }).apply(tf.tensor1d([1, 2, 3])).arraySync(); // [1, 4, 9]
 */
export class Lambda extends Layer {
  static override readonly className: string = 'Lambda';
  static override readonly takesMask: boolean = true;
  readonly function: LambdaFunction;
  readonly outputShape: Shape | null;
  readonly arguments: Readonly<Record<string, unknown>>;

  constructor(options: LambdaOptions) {
    super(options, ['function', 'outputShape', 'arguments']);
    this.function = readFunction(this.place, options.function);
    this.outputShape = options.outputShape ?? null;
    this.arguments = options.arguments ?? {};
  }

  override call(inputs: Tree<tf.Tensor>, { training, mask }: CallOptions): Tree<tf.Tensor> {
    return this.function(inputs as never, { ...this.arguments, training, mask });
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    if (this.outputShape === null) return super.computeOutputShape(inputShape);
    return [flattenShapes(inputShape)[0]?.[0] ?? null, ...this.outputShape];
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>, options: Readonly<Record<string, unknown>>): Tree<KerasTensor> {
    return this.outputShape === null
      ? inferOutputSpec(this, inputs, options)
      : super.computeOutputSpec(inputs, options);
  }

  override getConfig(): Config {
    const name = nameOfFunction(this.function);
    if (name === undefined) {
      throw new TenlabError({
        code: 'not-serializable',
        place: this.place,
        expected: 'the function must be known by name to be written',
        received: this.function,
        remedy: "Call registerFunction('name', yourFunction) once, before saving and before loading.",
      });
    }
    const config: Config = {
      ...super.getConfig(),
      function: { module: 'builtins', class_name: 'function', config: name, registered_name: 'function' },
      arguments: this.arguments,
    };
    if (this.outputShape !== null) config.output_shape = this.outputShape;
    return config;
  }
}

function readFunction(place: string, given: unknown): LambdaFunction {
  if (typeof given === 'function') return given as LambdaFunction;
  const { class_name: kind, config } = (given ?? {}) as { class_name?: unknown; config?: unknown };
  const name = typeof given === 'string' ? given : kind === 'function' ? config : undefined;
  const found = typeof name === 'string' ? findFunction(name) : undefined;
  if (found) return found as LambdaFunction;
  throw new TenlabError({
    code: 'unknown-name',
    place,
    expected: '`function` must be a function, or the name of one that is registered',
    received: typeof name === 'string' ? name : given,
    remedy:
      kind === '__lambda__'
        ? "It is Python code, which cannot run here: write it again, and name it with registerFunction('name', yourFunction)."
        : "Make it known first: registerFunction('name', yourFunction).",
  });
}
