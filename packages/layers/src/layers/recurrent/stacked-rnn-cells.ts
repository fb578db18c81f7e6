import { TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Shape, Shapes } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import { type Config, type ConfigObject, isConfigObject } from '../../registry/config';
import { deserializeLayer } from '../../serialization/deserialize';
import { serializeValue } from '../../serialization/serialize-object';
import type { LayerOptions } from '../layer';
import { type CellMasks, type CellStep, listed, RNNCell, type StateSize, type States } from './rnn-cell';

export interface StackedRNNCellsOptions extends LayerOptions {
  /** The cells from the first to the last, or their configs. */
  cells: readonly (RNNCell | ConfigObject)[];
}

/**
 * Several cells as one: at each step the output of one is the input of the next, and each keeps its own states.
 *
 * Throws when there is no cell. Keras class: `keras.layers.StackedRNNCells`.
 *
 * @example
 * const cell = new StackedRNNCells({ cells: [new LSTMCell({ units: 8 }), new LSTMCell({ units: 4 })] });
 * new RNN({ cell }).apply(tf.zeros([2, 5, 3])).shape; // [2, 4]
 */
export class StackedRNNCells extends RNNCell {
  static override readonly className: string = 'StackedRNNCells';
  readonly cells: readonly RNNCell[];

  constructor(options: StackedRNNCellsOptions) {
    super(options, ['cells']);
    const { cells } = options;
    if (!Array.isArray(cells) || cells.length === 0) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`cells` must be a list of at least one cell',
        received: cells,
        remedy: 'Pass cells, for example [new LSTMCell({ units: 8 }), new LSTMCell({ units: 4 })].',
      });
    }
    this.cells = cells.map((cell) => readCell(this.place, cell));
  }

  get stateSize(): StateSize {
    return this.cells.map(({ stateSize }) => (typeof stateSize === 'number' ? [stateSize] : stateSize));
  }

  override get outputSize(): number {
    return this.#last.outputSize;
  }

  override getInitialState(batchSize: number): States {
    return this.cells.map((cell) => cell.getInitialState(batchSize));
  }

  override stateShapes(batchSize: number | null): Shapes[] {
    return this.cells.map((cell) => cell.stateShapes(batchSize));
  }

  override outputShape(batchSize: number | null): Shape {
    return this.#last.outputShape(batchSize);
  }

  override build(inputShape: Shape): void {
    let shape = inputShape;
    for (const cell of this.cells) {
      if (!cell.built) cell.build(shape);
      shape = cell.outputShape(shape[0] ?? null);
    }
  }

  override drawMasks(inputShape: readonly number[], training: boolean): CellMasks {
    let shape = inputShape;
    return this.cells.map((cell) => {
      const masks = cell.drawMasks(shape, training);
      shape = cell.outputShape(shape[0] as number) as number[];
      return masks;
    });
  }

  override project(inputs: tf.Tensor, masks: CellMasks): tf.Tensor {
    return (this.cells[0] as RNNCell).project(inputs, (masks as readonly CellMasks[])[0] as CellMasks);
  }

  override recur(projected: tf.Tensor, states: States, masks: CellMasks, training: boolean): CellStep {
    let output = projected;
    const next: Tree<tf.Tensor>[] = [];
    for (const [index, cell] of this.cells.entries()) {
      const own = (masks as readonly CellMasks[])[index] as CellMasks;
      const input = index === 0 ? projected : cell.project(output, own);
      const step = cell.recur(input, listed(states[index]), own, training);
      output = step.output;
      next.push(step.states);
    }
    return { output, states: next };
  }

  override getConfig(): Config {
    return { ...super.getConfig(), cells: serializeValue(this.cells) };
  }

  get #last(): RNNCell {
    return this.cells.at(-1) as RNNCell;
  }
}

/** A cell, made from its config where it is one. Throws on what is no cell. */
export function readCell(place: string, given: unknown): RNNCell {
  const cell = isConfigObject(given) ? deserializeLayer(given) : given;
  if (cell instanceof RNNCell) return cell;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: 'a cell must be an RNNCell',
    received: given,
    remedy: 'Pass a cell, for example new GRUCell({ units: 8 }), or a class of your own that extends RNNCell.',
  });
}
