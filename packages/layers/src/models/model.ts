// A model is a layer that can be trained. It comes in three kinds: a graph of layers (`new Model({ inputs, outputs })`), a
// stack (`Sequential`), and a class of your own with `call`. All train with the same loop, in ../training.
import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { FunctionalGraph } from '../graph/functional-graph';
import { KerasTensor } from '../graph/keras-tensor';
import { setMask } from '../graph/masks';
import { autoName } from '../graph/naming';
import type { Shape, Shapes } from '../graph/shape';
import { flatten, mapTree, type Tree } from '../graph/tree';
import { inferOutputSpec } from '../layers/infer-output';
import { type CallOptions, Layer, type LayerOptions } from '../layers/layer';
import { classNameOf } from '../registry/class-name';
import type { Config } from '../registry/config';
import { nearNames } from '../registry/near-names';
import { kerasJson } from '../serialization/keras-json';
import { serializeObject } from '../serialization/serialize-object';
import { startAtInputs } from './clone-graph';
import { graphConfig, graphFromConfig } from './functional-config';
import { type SummaryOptions, summarize } from './summary';
import { Trainer } from './trainer';

export interface ModelOptions extends LayerOptions {
  /** Symbolic inputs of a functional model. */
  inputs?: Tree<KerasTensor>;
  /** Symbolic outputs of a functional model. */
  outputs?: Tree<KerasTensor>;
}

/**
 * A network that can be trained, evaluated and asked: a graph of layers given by symbolic inputs and outputs, or a subclass
 * that computes in `call`. Keras class: `keras.Model`.
 *
 * @example
 * const x = Input({ shape: [4] });
 * const hidden = new Dense({ units: 8, activation: 'relu' }).apply(x);
 * const model = new Model({ inputs: x, outputs: new Dense({ units: 3 }).apply(hidden) });
 * model.compile({ optimizer: 'adam', loss: 'mse' });
 */
export class Model extends Trainer {
  static override readonly className: string = 'Model';
  static override readonly module: string = 'keras';
  static override readonly takesMask: boolean = true;
  constructor(options: ModelOptions = {}, ownOptions: readonly string[] = []) {
    super(withDefaultName(options, new.target as typeof Model), [...ownOptions, 'inputs', 'outputs']);
    // None is a part: not enumerable, so that they are not searched for layers.
    Object.defineProperty(this, 'graph', { value: null, writable: true });
    Object.defineProperty(this, 'history', { value: null, writable: true });
    Object.defineProperty(this, 'run', { value: null, writable: true });
    this.supportsMasking = true;
    const { inputs, outputs, trainable } = options;
    if ((inputs === undefined) !== (outputs === undefined)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`inputs` and `outputs` must come together',
        received: inWords(inputs === undefined ? '`outputs` only' : '`inputs` only'),
        remedy: 'Give both for a functional model; a subclass with `call` needs neither.',
      });
    }
    if (!inputs || !outputs) return;
    const ends = startAtInputs(inputs, outputs);
    this.graph = new FunctionalGraph(this.place, ends.inputs, ends.outputs);
    this.path = this.name;
    this.markBuilt();
    if (trainable === false) this.trainable = false;
  }

  // The network.

  override call(inputs: Tree<tf.Tensor>, { mask }: CallOptions): Tree<tf.Tensor> {
    if (this.graph) {
      const masks = flatten(mask);
      for (const [index, tensor] of flatten(inputs).entries()) if (masks[index]) setMask(tensor, masks[index]);
      return this.graph.run(this.graph.standardize(inputs));
    }
    throw new TenlabError({
      code: 'not-implemented',
      place: this.place,
      expected: 'a model must have a `call` method, or `inputs` and `outputs`',
      received: inWords('neither'),
      remedy: `Add call(inputs, { training }) to ${classNameOf(this)}.`,
    });
  }

  override apply<R = KerasTensor>(
    inputs: KerasTensor | readonly KerasTensor[] | { readonly [key: string]: KerasTensor },
    options?: Partial<CallOptions>,
  ): R;
  override apply<R = tf.Tensor>(inputs: Tree<tf.Tensor>, options?: Partial<CallOptions>): R;
  override apply<R = unknown>(inputs: unknown, options?: Partial<CallOptions>): R;
  override apply(inputs: unknown, options: Partial<CallOptions> = {}): unknown {
    const given = inputs as Tree<tf.Tensor | KerasTensor>;
    const symbolic = flatten(given).some((tensor) => tensor instanceof KerasTensor);
    return super.apply(this.graph && symbolic ? this.graph.standardize(given) : given, options);
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    if (!this.graph) return super.computeOutputShape(inputShape);
    const inputs = this.graph.flatInputs;
    let next = 0;
    const shapes = inputs.length === 1 ? [inputShape] : (inputShape as Shapes[]);
    const spec = mapTree(this.graph.inputs, ({ dtype }) => new KerasTensor(shapes[next++] as Shape, dtype));
    return mapTree(this.graph.computeOutputSpec(spec), ({ shape }) => shape) as Shapes;
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>, options: Readonly<Record<string, unknown>>): Tree<KerasTensor> {
    if (this.graph) return this.graph.computeOutputSpec(inputs);
    const isOwn = this.computeOutputShape !== Model.prototype.computeOutputShape;
    return isOwn ? super.computeOutputSpec(inputs, options) : inferOutputSpec(this, inputs, options);
  }

  /** In a functional model each layer has passed its mask on already. */
  override computeMask(_inputs: Tree<tf.Tensor | KerasTensor>, _previousMask: Tree<unknown>): Tree<unknown> {
    return null;
  }

  /** The layers the model is made of, in order. */
  get layers(): Layer[] {
    return this.subLayers;
  }

  override get subLayers(): Layer[] {
    const inGraph = this.isFunctional
      ? (this.graph as FunctionalGraph).operations.filter((operation) => operation instanceof Layer)
      : [];
    return [...new Set([...inGraph, ...super.subLayers])];
  }

  /** Under which name Keras writes it: a graph of layers is a `Functional`. */
  get serializedAs(): { module: string; className: string; registeredName: string | null } | null {
    if (!this.isFunctional || this.constructor !== Model) return null;
    return { module: 'keras.src.models.functional', className: 'Functional', registeredName: 'Functional' };
  }

  /** Whether the model was made from `inputs` and `outputs`. */
  get isFunctional(): boolean {
    return this.graph !== null && classNameOf(this) !== 'Sequential';
  }

  /** The layer with this name, or at this index. Throws when there is none. */
  getLayer(nameOrIndex: string | number): Layer {
    const { layers } = this;
    const found =
      typeof nameOrIndex === 'number' ? layers.at(nameOrIndex) : layers.find(({ name }) => name === nameOrIndex);
    if (found) return found;
    const near = nearNames(
      String(nameOrIndex),
      layers.map(({ name }) => name),
    );
    throw new TenlabError({
      code: 'unknown-layer',
      place: this.place,
      expected: 'a layer must be asked for by its name or index',
      received: nameOrIndex,
      remedy:
        near.length > 0
          ? `Did you mean '${near[0]}'?`
          : `They are ${layers.map(({ name }) => `'${name}'`).join(', ')}.`,
    });
  }

  /** The symbolic inputs. */
  get inputs(): readonly KerasTensor[] {
    return this.#expectGraph('inputs').flatInputs;
  }

  /** The symbolic outputs. */
  get outputs(): readonly KerasTensor[] {
    return this.#expectGraph('outputs').flatOutputs;
  }

  get inputShape(): Shapes {
    const shapes = this.inputs.map(({ shape }) => shape);
    return shapes.length === 1 ? (shapes[0] as Shape) : shapes;
  }

  get outputShape(): Shapes {
    const shapes = this.outputs.map(({ shape }) => shape);
    return shapes.length === 1 ? (shapes[0] as Shape) : shapes;
  }

  override get hasCall(): boolean {
    return this.graph !== null || this.call !== Model.prototype.call;
  }

  // What it looks like, and what is written to files.

  /** Keras's table of the model; `print` false only returns it. */
  summary(options: SummaryOptions = {}): string {
    return summarize(this, options);
  }

  /** The config as Keras writes it, as text. Keras: `model.to_json()`. */
  toJSON(): string {
    return kerasJson(serializeObject(this));
  }

  override getConfig(): Config {
    if (!this.isFunctional) return super.getConfig();
    return { name: this.name, trainable: this.trainable, ...graphConfig(this.graph as FunctionalGraph) };
  }

  /** The config every layer has, for stacks. */
  protected layerConfig(): Config {
    return super.getConfig();
  }

  static override fromConfig(config: Config): Model {
    // biome-ignore lint/complexity/noThisInStatic: the base makes an object of this class.
    if (!('input_layers' in config)) return super.fromConfig(config) as Model;
    const { name, trainable, ...graph } = config;
    const ends = graphFromConfig(`Functional '${name}'`, graph);
    return new this({ ...ends, name: name as string, trainable: (trainable as boolean | null) ?? true });
  }

  override getBuildConfig(): Config | null {
    return this.isFunctional ? { input_shape: null } : super.getBuildConfig();
  }

  #expectGraph(what: string): FunctionalGraph {
    if (this.graph) return this.graph;
    throw new TenlabError({
      code: 'not-built',
      place: this.place,
      expected: `the ${what} must be known`,
      received: inWords('one without a graph'),
      remedy: 'Start it with an InputLayer or `inputShape`, or call it on data.',
    });
  }
}

function withDefaultName(options: ModelOptions, target: typeof Model): ModelOptions {
  if (options.name || !options.inputs || Object.hasOwn(target, 'className') === false || target.className !== 'Model')
    return options;
  return { ...options, name: autoName('Functional') };
}
