import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { FunctionalGraph } from '../graph/functional-graph';
import { KerasTensor } from '../graph/keras-tensor';
import { autoName } from '../graph/naming';
import { isShape, type Shape, type Shapes } from '../graph/shape';
import type { Tree } from '../graph/tree';
import { InputLayer } from '../layers/core/input-layer';
import { type CallOptions, Layer } from '../layers/layer';
import type { Config } from '../registry/config';
import { deserializeLayer } from '../serialization/deserialize';
import { serializeObject } from '../serialization/serialize-object';
import { Model, type ModelOptions } from './model';

export interface SequentialOptions extends Pick<ModelOptions, 'name' | 'trainable'> {}

/**
 * A model that is a stack of layers, each with one input and one output.
 *
 * The weights are made as soon as the shape of the input is known: from an `InputLayer` or `inputShape` in front, or else
 * from the first data. Keras class: `keras.Sequential`.
 *
 * @example
 * const model = new Sequential([new Dense({ units: 8, activation: 'relu', inputShape: [4] }), new Dense({ units: 3 })]);
 * model.countParams(); // 67
 */
export class Sequential extends Model {
  static override readonly className: string = 'Sequential';
  static override readonly module: string = 'keras';
  /** All layers with the input layer in front, once it is known. */
  readonly stack: Layer[] = [];

  constructor(layers: readonly (Layer | KerasTensor)[] = [], options: SequentialOptions = {}) {
    super(options);
    for (const layer of layers) this.#push(layer);
    this.#rebuild();
  }

  /** Puts a layer on top. */
  add(layer: Layer | KerasTensor): this {
    this.#push(layer);
    this.#rebuild();
    return this;
  }

  /** Takes the last layer off and returns it. */
  pop(): Layer | undefined {
    const layer = this.stack.pop();
    this.#rebuild();
    return layer;
  }

  /** The layers, without the input layer. */
  override get layers(): Layer[] {
    return this.stack.filter((layer, index) => index > 0 || !(layer instanceof InputLayer));
  }

  override build(inputShape: Shapes): void {
    if (!isShape(inputShape)) return;
    const [first] = this.stack;
    if (!first) {
      throw new TenlabError({
        code: 'invalid-call',
        place: this.place,
        expected: 'there must be at least one layer',
        received: inWords('a model without layers'),
        remedy: 'Add layers first: `model.add(new Dense({ units: 10 }))`.',
      });
    }
    if (!(first instanceof InputLayer)) {
      this.stack.unshift(new InputLayer({ batchShape: [null, ...inputShape.slice(1)], dtype: first.dtype }));
    }
    const input = (this.stack[0] as InputLayer).output;
    let output: KerasTensor = input;
    for (const layer of this.stack.slice(1)) output = layer.apply(output);
    // Keras makes a functional model here, which takes a name from the count.
    autoName('Functional');
    this.graph = new FunctionalGraph(this.place, input, output);
  }

  override call(inputs: Tree<tf.Tensor>, options: CallOptions): Tree<tf.Tensor> {
    if (this.graph) return super.call(inputs, options);
    let outputs = inputs;
    for (const layer of this.layers) outputs = layer.apply<Tree<tf.Tensor>>(outputs);
    return outputs;
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    if (this.graph) return super.computeOutputShape(inputShape);
    return this.layers.reduce((shape, layer) => layer.computeOutputShape(shape), inputShape);
  }

  override getConfig(): Config {
    const config = { ...this.layerConfig(), layers: this.stack.map((layer) => serializeObject(layer)) };
    return this.graph ? { ...config, build_input_shape: (this.stack[0] as InputLayer).batchShape } : config;
  }

  static override fromConfig(config: Config): Sequential {
    const { name, trainable, layers, build_input_shape: inputShape } = config;
    const model = new this([], { name: name as string, trainable: (trainable as boolean | undefined) ?? true });
    for (const layer of layers as Config[]) model.#push(deserializeLayer(layer));
    model.#rebuild();
    if (!model.graph && isShape(inputShape) && inputShape.length > 0) model.build(inputShape);
    return model;
  }

  #push(given: Layer | KerasTensor): void {
    const layer = given instanceof KerasTensor ? given.history?.operation : given;
    if (!(layer instanceof Layer)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: 'a stack must be made of layers',
        received: given,
        remedy: 'Pass a list of layers: `new Sequential([new Dense({ units: 10 })])`.',
      });
    }
    if (this.stack.length === 0 && layer.inputShapeOption && !(layer instanceof InputLayer)) {
      this.stack.push(new InputLayer({ shape: layer.inputShapeOption }));
    }
    const twin = this.stack.find(({ name }) => name === layer.name);
    if (twin && twin !== layer) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: 'each layer must have a name of its own',
        received: inWords(`'${layer.name}' twice`),
        remedy: 'Give one of them another `name`.',
      });
    }
    if (layer instanceof InputLayer && this.stack.length > 0) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: 'the input layer must come in front of all others',
        received: inWords(`'${layer.name}' after '${this.stack.at(-1)?.name}'`),
        remedy: 'Make a new model that starts with it.',
      });
    }
    this.stack.push(layer);
  }

  #rebuild(): void {
    this.forgetSteps();
    this.graph = null;
    this.built = false;
    const [first] = this.stack;
    if (!first || this.stack.length < 2) return;
    if (first instanceof InputLayer) this.build(first.batchShape);
    else if (first instanceof Model && first.graph && isShape(first.inputShape)) this.build(first.inputShape as Shape);
  }
}
