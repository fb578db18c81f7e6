import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { changesStates, hasStates } from '../../graph/call-context';
import { KerasTensor } from '../../graph/keras-tensor';
import { formatShape, type Shape, type Shapes } from '../../graph/shape';
import { flatten, type Tree } from '../../graph/tree';
import type { Config, ConfigObject } from '../../registry/config';
import { serializeObject } from '../../serialization/serialize-object';
import { asFloat } from '../as-float';
import { expectMask } from '../expect-mask';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import type { RandomState } from '../tracking';
import { RecurrentState } from './recurrent-state';
import { listed, type RNNCell, type States } from './rnn-cell';
import { scan } from './scan';
import { readCell, StackedRNNCells } from './stacked-rnn-cells';

/** Options of every recurrent layer. */
export interface RecurrentOptions extends LayerOptions {
  /** Whether the outputs of all steps are returned, or the last only. Default false. */
  returnSequences?: boolean;
  /** Whether the states after the last step are returned too. Default false. */
  returnState?: boolean;
  /** Whether the steps are taken from the last to the first; the outputs come in the order taken. Default false. */
  goBackwards?: boolean;
  /** Whether a batch goes on from the states that the one before ended with. Default false. */
  stateful?: boolean;
  /** Read from configs: the steps are laid out one by one in any case. Default false. */
  unroll?: boolean;
  /** Whether the output of a step that is masked is zeros, rather than the output before it. Default false. */
  zeroOutputForMask?: boolean;
}

/** The names of {@link RecurrentOptions}. */
export const RECURRENT_OPTIONS = [
  'returnSequences',
  'returnState',
  'goBackwards',
  'stateful',
  'unroll',
  'zeroOutputForMask',
] as const;

export interface RNNOptions extends RecurrentOptions {
  /** What is done at each step; a list is stacked. */
  cell: RNNCell | ConfigObject | readonly (RNNCell | ConfigObject)[];
}

/**
 * Runs a cell over the steps of a sequence: `(output_t, states_t) = cell(x_t, states_{t-1})`.
 *
 * Shapes: `[batch, steps, …]` to `[batch, …]`, with `returnSequences` `[batch, steps, …]`; with `returnState` a list of that and
 * the states. The call takes `initialState`, a list of states, and `mask` `[batch, steps]`: steps that do not count leave the
 * states as they are. Throws when a state does not fit. Keras class: `keras.layers.RNN`.
 *
 * @example
 * const layer = new RNN({ cell: new GRUCell({ units: 4 }), returnSequences: true });
 * layer.apply(tf.zeros([2, 5, 3])).shape; // [2, 5, 4]
 */
export class RNN extends Layer {
  static override readonly className: string = 'RNN';
  static override readonly takesMask: boolean = true;
  static override readonly buildArguments: readonly string[] = ['sequences', 'initial_state'];
  static override readonly callOptions: readonly string[] = ['initialState'];
  readonly cell: RNNCell;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly stateful: boolean;
  readonly unroll: boolean;
  zeroOutputForMask: boolean;
  /** What a stateful layer carries from batch to batch; null until it knows the size of the batch. */
  states: RecurrentState | null = null;
  /** The variables of the states, here for `dispose` to find. */
  keptStates: readonly RandomState[] = [];

  /** `makeCell` is for layers that make their own cell; its errors then name the layer. */
  constructor(
    options: RNNOptions | RecurrentOptions,
    ownOptions: readonly string[] = ['cell'],
    makeCell?: () => RNNCell,
  ) {
    super(options, [...ownOptions, ...RECURRENT_OPTIONS]);
    this.cell = makeCell ? this.#ownCell(makeCell) : this.#givenCell((options as RNNOptions).cell);
    this.returnSequences = options.returnSequences ?? false;
    this.returnState = options.returnState ?? false;
    this.goBackwards = options.goBackwards ?? false;
    this.stateful = options.stateful ?? false;
    this.unroll = options.unroll ?? false;
    this.zeroOutputForMask = options.zeroOutputForMask ?? false;
    this.supportsMasking = true;
    this.inputSpec = { minNdim: 3 };
  }

  override build(inputShape: Shape): void {
    const batchSize = inputShape[0] ?? null;
    if (!this.cell.built) this.cell.build([batchSize, ...inputShape.slice(2)]);
    if (this.#hasStates && batchSize !== null) this.#makeStates(batchSize);
  }

  override call(inputs: tf.Tensor, { initialState, mask, training }: CallOptions): Tree<tf.Tensor> {
    const batchSize = inputs.shape[0] as number;
    const given = flatten(mask)[0] ?? null;
    if (given) expectMask(this.place, 'mask', given, inputs.shape.slice(0, 2));
    if ((inputs.shape[1] as number) === 0)
      this.#fail('the sequence must have at least one step', formatShape(inputs.shape));
    if (this.#hasStates) this.#expectBatch(batchSize);
    const { output, states } = scan(this.cell, asFloat(inputs), this.#firstStates(initialState, batchSize), {
      training,
      mask: given,
      goBackwards: this.goBackwards,
      zeroOutputForMask: this.zeroOutputForMask,
      returnSequences: this.returnSequences,
      returnState: this.returnState || this.stateful,
    });
    if (this.stateful && changesStates()) this.states?.assign(states);
    return this.returnState ? [output, ...states] : output;
  }

  /** Lets a stateful layer begin with zeros again: before a new sequence, and between epochs. */
  resetStates(): void {
    this.states?.reset();
  }

  override computeOutputShape(inputShape: Shape): Shapes {
    const [batchSize = null, steps = null] = inputShape;
    this.#expectShape(inputShape);
    const [, ...rest] = this.cell.outputShape(batchSize);
    const output = this.returnSequences ? [batchSize, steps, ...rest] : [batchSize, ...rest];
    return this.returnState ? [output, ...this.cell.stateShapes(batchSize)] : output;
  }

  override computeMask(_inputs: Tree<tf.Tensor | KerasTensor>, previousMask: Tree<unknown>): Tree<unknown> {
    const mask = this.returnSequences ? (flatten(previousMask)[0] ?? null) : null;
    if (!this.returnState) return mask;
    return [mask, ...flatten(this.cell.stateShapes(null).map(countOf)).map(() => null)];
  }

  override getConfig(): Config {
    return { ...this.recurrentConfig(), cell: serializeObject(this.cell) };
  }

  /** The config without that of the cell. */
  protected recurrentConfig(): Config {
    return {
      ...super.getConfig(),
      return_sequences: this.returnSequences,
      return_state: this.returnState,
      go_backwards: this.goBackwards,
      stateful: this.stateful,
      unroll: this.unroll,
      zero_output_for_mask: this.zeroOutputForMask,
    };
  }

  get #hasStates(): boolean {
    return this.stateful && hasStates();
  }

  #firstStates(given: unknown, batchSize: number): States {
    if (given === undefined || given === null) {
      return this.#hasStates && this.states ? this.states.read() : this.cell.getInitialState(batchSize);
    }
    const states = listed(given);
    const shapes = this.cell.stateShapes(batchSize);
    const wanted = flattenedShapes(shapes);
    const received = flatten(states as Tree<tf.Tensor>);
    const isTensor = (state: unknown) => state instanceof tf.Tensor || state instanceof KerasTensor;
    const fits =
      received.length === wanted.length &&
      received.every((state, i) => isTensor(state) && state.shape.join() === wanted[i]?.join());
    if (!fits) {
      this.#fail(
        `\`initialState\` must be states of shape ${wanted.map((shape) => formatShape(shape)).join(', ')}`,
        received.map((state) => (isTensor(state) ? formatShape(state.shape) : 'no tensor')).join(', '),
      );
    }
    return states;
  }

  #makeStates(batchSize: number): void {
    const first = this.cell.getInitialState(batchSize);
    this.states = new RecurrentState(first, batchSize);
    this.keptStates = this.states.kept;
    for (const state of flatten(first as Tree<tf.Tensor>)) (state as tf.Tensor).dispose();
  }

  #expectBatch(batchSize: number): void {
    if (!this.states) this.#makeStates(batchSize);
    if (this.states?.batchSize === batchSize) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: `each batch must have ${this.states?.batchSize} sequences, since the layer is stateful`,
      received: inWords(`${batchSize}`),
      remedy: 'Choose a batch size that divides the data, or leave `stateful` out.',
    });
  }

  #expectShape(shape: Shape): void {
    if (shape.length < 3) this.#fail('the input must have at least 3 axes, [batch, steps, …]', formatShape(shape));
  }

  #ownCell(makeCell: () => RNNCell): RNNCell {
    try {
      return makeCell();
    } catch (error) {
      if (!TenlabError.isInstance(error)) throw error;
      const { code, expected, received, remedy } = error;
      const place = String(error.place ?? '').replace(/^\w+ '[^']*'/, this.place);
      throw new TenlabError({ code, place, expected, received, remedy, cause: error });
    }
  }

  #givenCell(cell: RNNOptions['cell']): RNNCell {
    return Array.isArray(cell) ? new StackedRNNCells({ cells: cell }) : readCell(this.place, cell);
  }

  #fail(expected: string, received: string): never {
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected,
      received: inWords(`shape ${received || 'none'}`),
      remedy: 'The first axis is the batch, the second the steps; the states are those of the cell.',
    });
  }
}

function flattenedShapes(shapes: readonly Shapes[]): Shape[] {
  return shapes.flatMap((shape) =>
    Array.isArray(shape) && Array.isArray(shape[0]) ? flattenedShapes(shape as Shapes[]) : [shape as Shape],
  );
}

/** The number of tensors in a state, as a tree of as many leaves. */
function countOf(shape: Shapes): Tree<number> {
  return flattenedShapes([shape]).map(() => 0);
}
