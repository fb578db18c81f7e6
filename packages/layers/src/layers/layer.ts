// The base of everything that transforms tensors. A layer of your own has a constructor, `build` for its weights, `call` for
// what it computes, `computeOutputShape`, and `getConfig`; this file and call-layer.ts call them at the right time.
import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../graph/keras-tensor';
import { currentPath, type ScopeOwner, withNameScope } from '../graph/name-scope';
import { Operation } from '../graph/operation';
import { mapShapes, type Shape, type Shapes } from '../graph/shape';
import type { Tree } from '../graph/tree';
import { Metric } from '../metrics/index';
import { classNameOf } from '../registry/class-name';
import { type Config, optionsOf } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { getRegularizer, type Regularizer } from '../regularizers/index';
import { serializeObject } from '../serialization/serialize-object';
import type { Weight } from '../weight';
import { buildConfigOf, buildLayerFrom } from './build-config';
import { applyLayer, optionShapes, shapesOf } from './call-layer';
import { readOption } from './checks';
import { dtypePolicyConfig, type LayerDtype, readDtype, tensorDtype } from './dtype-policy';
import { inferOutputSpec } from './infer-output';
import type { InputSpec } from './input-spec';
import { type CallOptions, LAYER_OPTIONS, type LayerOptions, type WeightSpec } from './layer-options';
import { makeWeight } from './make-weight';
import { setWeightsOf } from './set-weights';
import { isRandomState, type RandomState, tracked } from './tracking';

export { type CallOptions, LAYER_OPTIONS, type LayerOptions, type WeightSpec } from './layer-options';

type SerializableLayerClass = { new (options: Record<string, unknown>): Layer; readonly className: string };

/**
 * Base of all layers: state (weights, made in `build`) and a transformation of tensors (`call`).
 *
 * Sub-layers are whatever layers sit in the object's properties, also in lists, records and maps there; a `#private` field
 * cannot be seen. Keras class: `keras.Layer`.
 *
 * @example
 * class Scale extends Layer {
 *   declare factor: Weight;
 *   override build(inputShape: Shape) { this.factor = this.addWeight({ name: 'factor', shape: [inputShape.at(-1)!], initializer: 'ones' }); }
 *   override call(inputs: tf.Tensor) { return tf.mul(inputs, this.factor.read()); }
 *   override computeOutputShape(inputShape: Shape) { return inputShape; }
 * }
 * new Scale().apply(tf.tensor2d([[1, 2]])).arraySync(); // [[1, 2]]
 */
export abstract class Layer extends Operation implements ScopeOwner {
  static override readonly className: string = 'Layer';
  /** Keras's module of the class. */
  static readonly module: string = 'keras.layers';
  /** Whether `call` uses the mask of its inputs. */
  static readonly takesMask: boolean = false;
  /** Options of `call` beyond `training` and `mask`, in the order of Keras's `call`. */
  static readonly callOptions: readonly string[] = [];
  /** For layers whose weights depend on more than one argument of a call: Keras's names of the arguments of `build`. */
  static readonly buildArguments: readonly string[] = [];

  readonly dtype: LayerDtype;
  readonly activityRegularizer: Regularizer | null;
  /** What the layer accepts; checked before each call. */
  inputSpec: InputSpec | readonly InputSpec[] | null = null;
  /** Whether the layer passes its inputs' mask on. A layer that does not drops it. */
  supportsMasking = false;
  built = false;
  /** Whether its class has a `build`; without one, what is inside is built by the first call. */
  hasOwnBuild = false;
  parentPath: string | null = null;
  /** The layer's name with its owners in front; null until built. */
  path: string | null = null;
  /** The shape of one sample, given as an option. */
  readonly inputShapeOption: Shape | null;
  #trainable: boolean;
  #ownTrainable: Weight[] = [];
  #ownNonTrainable: Weight[] = [];
  #losses: tf.Tensor[] = [];
  #buildShapes: Shapes | null = null;
  #optionShapes: Record<string, Shapes> = {};

  /** `ownOptions` are the names a subclass reads beyond those of every layer; any other name throws. */
  constructor(options: LayerOptions = {}, ownOptions: readonly string[] = []) {
    super(options.name);
    expectKnownOptions(this.place, options, [...ownOptions, ...LAYER_OPTIONS]);
    const { trainable = true, dtype, activityRegularizer = null, inputShape = null } = options;
    this.dtype = readDtype(this.place, dtype);
    this.activityRegularizer =
      activityRegularizer === null
        ? null
        : readOption(this.place, 'activityRegularizer', () => getRegularizer(activityRegularizer));
    this.inputShapeOption = inputShape;
    this.#trainable = trainable;
    this.#wrapBuild();
  }

  // What subclasses write.

  /** Makes the weights; called once, with the shape of the inputs, before the first call. */
  build(_inputShape: Shapes, _optionShapes?: Record<string, Shapes>): void {}

  /** Computes the outputs. */
  abstract call(inputs: Tree<tf.Tensor>, options: CallOptions): Tree<tf.Tensor>;

  /** The shape of the outputs, unknown lengths being null. Without it, symbolic calls find it by calling the layer on zeros. */
  computeOutputShape(inputShape: Shapes, optionShapes: Record<string, Shapes> = {}): Shapes {
    const symbolic = (shape: Shape) => new KerasTensor(shape, tensorDtype(this.dtype));
    const inputs = mapShapes(inputShape, symbolic) as Tree<KerasTensor>;
    const options = Object.entries(optionShapes).map(([name, shapes]) => [name, mapShapes(shapes, symbolic)]);
    return shapesOf(inferOutputSpec(this, inputs, Object.fromEntries(options)));
  }

  /** The mask of the outputs. By default that of the inputs. */
  computeMask(_inputs: Tree<tf.Tensor | KerasTensor>, previousMask: Tree<unknown>): Tree<unknown> {
    return previousMask;
  }

  /** Keras's config: what `fromConfig` needs to make the layer again. */
  getConfig(): Config {
    const config: Config = { name: this.name, trainable: this.trainable, dtype: dtypePolicyConfig(this.dtype) };
    if (this.activityRegularizer) config.activity_regularizer = serializeObject(this.activityRegularizer);
    return config;
  }

  /** Makes a layer from what `getConfig` gave. */
  static fromConfig(config: Config): Layer {
    // biome-ignore lint/complexity/noThisInStatic: subclasses inherit it.
    const construct = this as unknown as SerializableLayerClass;
    const { quantization_config: quantization, ...rest } = config;
    if (quantization) {
      throw new TenlabError({
        code: 'unsupported',
        place: `${construct.className} '${config.name}'`,
        expected: 'the layer must not be quantized',
        received: quantization,
        remedy: 'Save the model from Keras before quantizing it.',
      });
    }
    return new construct(optionsOf(rest));
  }

  // Calling.

  /**
   * Calls the layer: on tensors it computes, on symbolic tensors it adds to the graph of a functional model.
   *
   * The result has the form that the layer puts out; name it as `apply<KerasTensor[]>(…)` where it is not one tensor.
   * The caller owns the tensors. Throws when the inputs do not fit, naming the layer.
   */
  apply<R = KerasTensor>(
    inputs: KerasTensor | readonly KerasTensor[] | { readonly [key: string]: KerasTensor },
    options?: Partial<CallOptions>,
  ): R;
  apply<R = tf.Tensor>(inputs: Tree<tf.Tensor>, options?: Partial<CallOptions>): R;
  apply<R = unknown>(inputs: unknown, options?: Partial<CallOptions>): R;
  apply(inputs: unknown, options: Partial<CallOptions> = {}): unknown {
    return applyLayer(this, inputs as Tree<tf.Tensor | KerasTensor>, options);
  }

  /** The shapes and types of the outputs of a symbolic call. Override it where the type is not the layer's. */
  override computeOutputSpec(inputs: Tree<KerasTensor>, options: Readonly<Record<string, unknown>>): Tree<KerasTensor> {
    if (this.computeOutputShape === Layer.prototype.computeOutputShape) return inferOutputSpec(this, inputs, options);
    const shapes = this.computeOutputShape(shapesOf(inputs), optionShapes(options));
    return mapShapes(shapes, (shape) => new KerasTensor(shape, tensorDtype(this.dtype))) as Tree<KerasTensor>;
  }

  /** Inside `call`: adds a scalar to the loss that training minimises. */
  addLoss(loss: tf.Tensor): void {
    this.#losses.push(tf.keep(tf.clone(loss)));
  }

  /** The losses added in the last call, by this layer and those in it, and the penalties of the weights' regularizers. */
  get losses(): tf.Tensor[] {
    const penalties = this.trainableWeights.flatMap((weight) => weight.regularizer?.apply(weight.read()) ?? []);
    return [...this.flattenLayers().flatMap((layer) => layer.#losses), ...penalties];
  }

  /** Forgets the losses added so far. */
  clearLosses(): void {
    for (const layer of this.flattenLayers()) {
      for (const loss of layer.#losses) loss.dispose();
      layer.#losses = [];
    }
  }

  // State.

  /** Makes a weight that belongs to this layer. */
  addWeight(spec: WeightSpec): Weight {
    const weight = makeWeight(this, spec);
    (spec.trainable === false ? this.#ownNonTrainable : this.#ownTrainable).push(weight);
    return weight;
  }

  /** The layers in this one's properties. */
  get subLayers(): Layer[] {
    return tracked(this, (value): value is Layer => value instanceof Layer);
  }

  /** This layer and all in it, each once. */
  flattenLayers(): Layer[] {
    const found = new Set<Layer>();
    const visit = (layer: Layer) => {
      if (found.has(layer)) return;
      found.add(layer);
      for (const inner of layer.subLayers) visit(inner);
    };
    visit(this);
    return [...found];
  }

  /** Own weights, trainable ones first, then those of the sub-layers: the order of Keras's `layer.weights`. */
  get weights(): Weight[] {
    const own = [...this.#ownTrainable, ...this.#ownNonTrainable];
    return [...new Set([...own, ...this.subLayers.flatMap((layer) => layer.weights)])];
  }

  /** The weights of this layer itself, without those of its sub-layers. */
  get ownWeights(): Weight[] {
    return [...this.#ownTrainable, ...this.#ownNonTrainable];
  }

  get trainableWeights(): Weight[] {
    return this.#trainable ? this.weights.filter((weight) => weight.trainable) : [];
  }

  get nonTrainableWeights(): Weight[] {
    return this.#trainable ? this.weights.filter((weight) => !weight.trainable) : this.weights;
  }

  /** Whether training changes the weights; setting it sets it for all layers in this one. Compile the model again after it. */
  get trainable(): boolean {
    return this.#trainable;
  }

  set trainable(trainable: boolean) {
    this.#trainable = trainable;
    for (const weight of this.#ownTrainable) weight.trainable = trainable;
    for (const layer of this.subLayers) layer.trainable = trainable;
  }

  /** Metrics in this layer's properties. */
  get ownMetrics(): Metric[] {
    return tracked(this, (value): value is Metric => value instanceof Metric);
  }

  /** Random states in this layer's properties. */
  get ownRandomStates(): RandomState[] {
    return tracked(this, isRandomState);
  }

  /** The random states of this layer and those in it. */
  get randomStates(): RandomState[] {
    return this.flattenLayers().flatMap((layer) => layer.ownRandomStates);
  }

  /** Copies of all weights' values, in the order of `weights`; the caller owns them. */
  getWeights(): tf.Tensor[] {
    return this.weights.map(({ value, shape, dtype }) => tf.tensor(value.dataSync(), shape, dtype));
  }

  /** Sets all weights, in the order of `weights`. Throws when their number or a shape differs; then nothing has changed. */
  setWeights(values: readonly tf.Tensor[]): void {
    setWeightsOf(this, values);
  }

  /** The number of elements in all weights. Throws when the layer is not built. */
  countParams(): number {
    if (!this.built) {
      throw new TenlabError({
        code: 'not-built',
        place: this.place,
        expected: 'the layer must be built',
        received: inWords('one that has no weights yet'),
        remedy: 'Call it on data, or call `build(inputShape)`.',
      });
    }
    return this.weights.reduce((sum, weight) => sum + weight.size, 0);
  }

  /** What `buildFromConfig` needs to make the weights again. */
  getBuildConfig(): Config | null {
    if (this.#buildShapes === null) return null;
    return buildConfigOf(this.constructor as typeof Layer, this.#buildShapes, this.#optionShapes);
  }

  /** Makes the weights as they were when `getBuildConfig` was called. */
  buildFromConfig(config: Config): void {
    if (!this.built) buildLayerFrom(this, config);
  }

  /** Gives back the memory of all weights, random states and metrics. The layer cannot be used after it. */
  dispose(): void {
    this.clearLosses();
    for (const weight of this.weights) weight.dispose();
    for (const random of this.randomStates) random.dispose();
    for (const metric of this.flattenLayers().flatMap((layer) => layer.ownMetrics)) {
      for (const variable of metric.variables) variable.dispose();
    }
  }

  /** How errors name this layer: `Dense 'dense_1'`, with its owners in front once it is built. */
  get place(): string {
    return `${classNameOf(this)} '${this.path ?? this.name}'`;
  }

  /** For constructors of layers that have nothing to build: their config then holds no build shape, as in Keras. */
  protected markBuilt(): void {
    this.built = true;
  }

  // `build` may be called by anyone; this gives it the layer's name scope and remembers that it has run.
  #wrapBuild(): void {
    const build = this.build;
    this.hasOwnBuild = build !== Layer.prototype.build;
    const wrapped = (inputShape: Shapes, optionShapes?: Record<string, Shapes>) => {
      const before = this.ownWeights.length;
      try {
        withNameScope(this, () => {
          this.path = currentPath();
          build.call(this, inputShape, optionShapes);
        });
      } catch (error) {
        if (before === 0) this.#dropOwnWeights();
        throw error;
      }
      this.#buildShapes = inputShape;
      this.#optionShapes = optionShapes ?? {};
      this.built = true;
    };
    Object.defineProperty(this, 'build', { value: wrapped, configurable: true, writable: true });
  }

  #dropOwnWeights(): void {
    for (const weight of this.ownWeights) weight.dispose();
    this.#ownTrainable = [];
    this.#ownNonTrainable = [];
  }
}
