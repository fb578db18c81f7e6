import * as tf from '@tensorflow/tfjs-core';
import { mapTree, type Tree } from '../../graph/tree';
import type { RNNCell, Scan, SequenceSettings, States } from './rnn-cell';

/** How a cell is run over a sequence. */
export interface ScanOptions extends SequenceSettings {
  training: boolean;
  /** `[batch, steps]`, true where a step counts. */
  mask: tf.Tensor | null;
  /** Whether the output of a step that does not count is zeros, rather than the output before it. */
  zeroOutputForMask: boolean;
}

/**
 * Runs a cell over the steps of a sequence `[batch, steps, …]`: `(output_t, states_t) = cell(x_t, states_{t-1})`.
 *
 * The inputs of all steps are projected at once, before the first. At a step that the mask leaves out the states stay.
 */
export function scan(cell: RNNCell, sequence: tf.Tensor, initialStates: States, options: ScanOptions): Scan {
  const { training, goBackwards, zeroOutputForMask, returnSequences } = options;
  const stepShape = [sequence.shape[0] as number, ...sequence.shape.slice(2)];
  const dropped = cell.drawMasks(stepShape, training);
  const whole = options.mask ? null : cell.recurWhole(sequence, initialStates, dropped, options);
  if (whole) return whole;
  const inputs = tf.unstack(cell.project(swapBatchAndSteps(sequence), dropped), 0);
  const counts = options.mask ? tf.unstack(tf.transpose(tf.cast(options.mask, 'bool')), 0) : null;
  const order = goBackwards ? inputs.map((_, step) => inputs.length - 1 - step) : inputs.map((_, step) => step);
  const outputs: tf.Tensor[] = [];
  let states = initialStates;
  let last: tf.Tensor | null = null;
  for (const step of order) {
    const next = cell.recur(inputs[step] as tf.Tensor, states, dropped, training);
    if (counts) {
      const kept: tf.Tensor = zeroOutputForMask || !last ? tf.zerosLike(next.output) : last;
      last = choose(counts[step] as tf.Tensor, next.output, kept);
      states = chooseStates(counts[step] as tf.Tensor, next.states, states);
    } else {
      last = next.output;
      states = next.states;
    }
    if (returnSequences) outputs.push(last);
  }
  const output = returnSequences ? swapBatchAndSteps(tf.stack(outputs, 0)) : (last as tf.Tensor);
  return { output, states };
}

function swapBatchAndSteps(x: tf.Tensor): tf.Tensor {
  return tf.transpose(x, [1, 0, ...Array.from({ length: x.rank - 2 }, (_, axis) => axis + 2)]);
}

/** `ours` where the sample's step counts, `theirs` elsewhere. */
function choose(counts: tf.Tensor, ours: tf.Tensor, theirs: tf.Tensor): tf.Tensor {
  const condition = tf.reshape(counts, [counts.shape[0] as number, ...Array(ours.rank - 1).fill(1)]);
  return tf.where(condition, ours, theirs);
}

function chooseStates(counts: tf.Tensor, ours: States, theirs: States): States {
  const before = flattenStates(theirs);
  let index = 0;
  return mapTree(ours, (state) => choose(counts, state, before[index++] as tf.Tensor)) as States;
}

function flattenStates(states: States): tf.Tensor[] {
  return (states as readonly Tree<tf.Tensor>[]).flatMap((state) =>
    Array.isArray(state) ? flattenStates(state as States) : [state as tf.Tensor],
  );
}
