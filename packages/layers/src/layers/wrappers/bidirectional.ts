import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { KerasTensor } from '../../graph/keras-tensor';
import { isShape, type Shape, type Shapes } from '../../graph/shape';
import { flatten, type Tree } from '../../graph/tree';
import { type Config, type ConfigObject, isConfigObject } from '../../registry/config';
import { deserializeLayer } from '../../serialization/deserialize';
import { serializeObject } from '../../serialization/serialize-object';
import { expectOneOf } from '../checks';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { RNN } from '../recurrent/rnn';

/** How the outputs of both directions become one; null leaves them as a list. */
export type MergeMode = 'concat' | 'sum' | 'mul' | 'ave' | null;

export interface BidirectionalOptions extends LayerOptions {
  /** The recurrent layer that goes forwards; a copy of it is used, and one of it goes backwards. */
  layer: RNN | ConfigObject;
  /** Default `concat`, along the features. */
  mergeMode?: MergeMode;
  /** The recurrent layer that goes backwards. Default: as `layer`, with the other `goBackwards`. */
  backwardLayer?: RNN | ConfigObject | null;
}

/**
 * Runs a recurrent layer over a sequence in both directions, so that each output knows what came before and what comes after.
 *
 * Shapes: as the layer; with `concat` twice the features. With `returnState` a list of the output, the states of the forward
 * layer and those of the backward one; `initialState` is a list in the same order. Throws when both go the same way, or differ
 * in what they return. Schuster & Paliwal 1997. Keras class: `keras.layers.Bidirectional`.
 *
 * @example
 * const layer = new Bidirectional({ layer: new LSTM({ units: 4, returnSequences: true }) });
 * layer.apply(tf.zeros([2, 5, 3])).shape; // [2, 5, 8]
 */
export class Bidirectional extends Layer {
  static override readonly className: string = 'Bidirectional';
  static override readonly takesMask: boolean = true;
  static override readonly buildArguments: readonly string[] = ['sequences', 'initial_state'];
  static override readonly callOptions: readonly string[] = ['initialState'];
  readonly forwardLayer: RNN;
  readonly backwardLayer: RNN;
  readonly mergeMode: MergeMode;

  constructor(options: BidirectionalOptions) {
    super(options, ['layer', 'mergeMode', 'backwardLayer']);
    const { layer, mergeMode = 'concat', backwardLayer = null } = options;
    expectOneOf(this.place, 'mergeMode', mergeMode, ['concat', 'sum', 'mul', 'ave', null] as const);
    const config = this.#configOf('layer', layer);
    const { name, go_backwards: goBackwards } = config.config;
    this.mergeMode = mergeMode;
    this.forwardLayer = this.#make('layer', config, { name: `forward_${String(name).replace(/^forward_/, '')}` });
    this.backwardLayer = backwardLayer
      ? backwardLayer instanceof RNN
        ? backwardLayer
        : this.#make('backwardLayer', backwardLayer, {})
      : this.#make('layer', config, {
          name: `backward_${String(name).replace(/^backward_/, '')}`,
          go_backwards: !goBackwards,
        });
    this.#expectTogether();
    // A masked step must not carry the output of another over to the other direction.
    this.forwardLayer.zeroOutputForMask = this.forwardLayer.returnSequences;
    this.backwardLayer.zeroOutputForMask = this.backwardLayer.returnSequences;
    this.supportsMasking = true;
    this.inputSpec = this.forwardLayer.inputSpec;
  }

  override build(inputShape: Shape): void {
    if (!this.forwardLayer.built) this.forwardLayer.build(inputShape);
    if (!this.backwardLayer.built) this.backwardLayer.build(inputShape);
  }

  override call(inputs: tf.Tensor, { initialState, mask, training }: CallOptions): Tree<tf.Tensor> {
    const states = (initialState as Tree<tf.Tensor>[] | null | undefined) ?? null;
    const half = states ? states.length / 2 : 0;
    const run = (layer: RNN, initial: Tree<tf.Tensor>[] | undefined) => {
      const options: Partial<CallOptions> = { training };
      if (flatten(mask)[0]) options.mask = mask;
      if (initial) options.initialState = initial;
      const result = layer.apply<Tree<tf.Tensor>>(inputs, options);
      return (layer.returnState ? result : [result]) as [tf.Tensor, ...Tree<tf.Tensor>[]];
    };
    const [forward, ...forwardStates] = run(this.forwardLayer, states?.slice(0, half));
    const [backward, ...backwardStates] = run(this.backwardLayer, states?.slice(half));
    const inOrder = this.forwardLayer.returnSequences ? tf.reverse(backward, 1) : backward;
    const merged = this.#merge(forward, inOrder);
    if (!this.forwardLayer.returnState) return merged;
    return [...(Array.isArray(merged) ? merged : [merged]), ...forwardStates, ...backwardStates];
  }

  /** Lets stateful layers begin with zeros again. */
  resetStates(): void {
    this.forwardLayer.resetStates();
    this.backwardLayer.resetStates();
  }

  override computeOutputShape(inputShape: Shape): Shapes {
    const [forward, forwardStates] = splitShapes(this.forwardLayer, inputShape);
    const [backward, backwardStates] = splitShapes(this.backwardLayer, inputShape);
    const outputs = this.mergeMode === null ? [forward, backward] : [this.#mergedShape(forward, backward)];
    if (this.forwardLayer.returnState) return [...outputs, ...forwardStates, ...backwardStates];
    return this.mergeMode === null ? outputs : (outputs[0] as Shape);
  }

  override computeMask(_inputs: Tree<tf.Tensor | KerasTensor>, previousMask: Tree<unknown>): Tree<unknown> {
    const mask = this.forwardLayer.returnSequences ? (flatten(previousMask)[0] ?? null) : null;
    return this.mergeMode === null ? [mask, mask] : [mask];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      merge_mode: this.mergeMode,
      layer: serializeObject(this.forwardLayer),
      backward_layer: serializeObject(this.backwardLayer),
    };
  }

  #merge(forward: tf.Tensor, backward: tf.Tensor): Tree<tf.Tensor> {
    switch (this.mergeMode) {
      case 'concat':
        return tf.concat([forward, backward], -1);
      case 'sum':
        return tf.add(forward, backward);
      case 'mul':
        return tf.mul(forward, backward);
      case 'ave':
        return tf.mul(tf.add(forward, backward), 0.5);
      case null:
        return [forward, backward];
    }
  }

  #mergedShape(forward: Shape, backward: Shape): Shape {
    if (this.mergeMode !== 'concat') return forward;
    const [a, b] = [forward.at(-1) ?? null, backward.at(-1) ?? null];
    return [...forward.slice(0, -1), a === null || b === null ? null : a + b];
  }

  #configOf(option: string, layer: unknown): ConfigObject {
    if (isConfigObject(layer)) return layer;
    if (layer instanceof RNN) return serializeObject(layer);
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: `\`${option}\` must be a recurrent layer`,
      received: layer,
      remedy: 'Pass for example new LSTM({ units: 8 }).',
    });
  }

  #make(option: string, given: unknown, changes: Config): RNN {
    const config = this.#configOf(option, given);
    const layer = deserializeLayer({ ...config, config: { ...config.config, ...changes } });
    if (layer instanceof RNN) return layer;
    this.#configOf(option, layer); // throws
    throw new TypeError('unreachable');
  }

  #expectTogether(): void {
    const { forwardLayer: forward, backwardLayer: backward } = this;
    const fail = (expected: string, received: unknown, remedy: string): never => {
      throw new TenlabError({ code: 'invalid-argument', place: this.place, expected, received, remedy });
    };
    if (forward.goBackwards === backward.goBackwards) {
      fail(
        'one layer must go forwards and the other backwards',
        { layer: forward.goBackwards, backwardLayer: backward.goBackwards },
        'Set `goBackwards: true` in `backwardLayer` only.',
      );
    }
    for (const name of ['stateful', 'returnSequences', 'returnState'] as const) {
      if (forward[name] === backward[name]) continue;
      fail(
        `both layers must have the same \`${name}\``,
        { layer: forward[name], backwardLayer: backward[name] },
        'Give both the same value.',
      );
    }
  }
}

/** The shape of a layer's output, and those of its states. */
function splitShapes(layer: RNN, inputShape: Shape): [Shape, Shapes[]] {
  const shapes = layer.computeOutputShape(inputShape);
  if (isShape(shapes)) return [shapes, []];
  const [output, ...states] = shapes as Shapes[];
  return [output as Shape, states];
}
