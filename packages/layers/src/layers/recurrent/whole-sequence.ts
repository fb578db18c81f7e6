// LSTM and GRU over whole sequences in one kernel, where the backend has one (`@tenlab/backend-wasm` has): the sums of the gates,
// their activations and the way back through the steps stay in one place, instead of a dozen operations for each step. Elsewhere,
// and for what these kernels do not do (masks, dropped states, other activations, second derivatives), `scan` lays the steps out.
import * as tf from '@tensorflow/tfjs-core';

/** `last`: the last output; `sequence`: all of them; `states`: all, and the last carry of an LSTM as one more step. */
export type Returns = 'last' | 'sequence' | 'states';

/** How the kernels go over the steps. */
export interface SequenceOptions {
  returns: Returns;
  /** Whether the steps are taken from the last to the first; the outputs lie in the order taken. */
  backwards: boolean;
}

/** The kernels: `LSTMSequence` and `GRUSequence` of `@tenlab/backend-wasm` say what comes in and out. */
export type SequenceKernel = 'LSTMSequence' | 'GRUSequence';

/**
 * Whether the chosen backend goes over whole sequences by itself, and is to: the gradient of these kernels has none of its own,
 * so that inside a gradient of a gradient the steps are laid out.
 */
export function hasSequenceKernel(name: SequenceKernel): boolean {
  const { gradientDepth } = tf.engine().state;
  return gradientDepth <= 1 && tf.getKernel(name, tf.getBackend()) != null;
}

/** What an LSTM needs: the projected inputs `[batch, steps, 4 * units]`, the recurrent kernel and the states to begin with. */
export interface LSTMParts {
  projected: tf.Tensor;
  recurrentKernel: tf.Tensor;
  hidden: tf.Tensor;
  carry: tf.Tensor;
}

/** An LSTM with tanh and sigmoid over whole sequences. Shapes are those of `Returns`. */
export function lstmSequence(parts: LSTMParts, options: SequenceOptions): tf.Tensor {
  const run = differentiable('LSTMSequence', ['projected', 'recurrentKernel', 'hidden', 'carry'], options);
  return run(parts.projected, parts.recurrentKernel, parts.hidden, parts.carry);
}

/** What a GRU needs: the projected inputs `[batch, steps, 3 * units]`, the recurrent kernel and its bias, the state to begin with. */
export interface GRUParts {
  projected: tf.Tensor;
  recurrentKernel: tf.Tensor;
  recurrentBias: tf.Tensor | null;
  hidden: tf.Tensor;
}

/** A GRU with tanh and sigmoid, the reset gate after the product, over whole sequences. */
export function gruSequence(parts: GRUParts, options: SequenceOptions): tf.Tensor {
  const { projected, recurrentKernel, recurrentBias, hidden } = parts;
  if (!recurrentBias) {
    return differentiable(
      'GRUSequence',
      ['projected', 'recurrentKernel', 'hidden'],
      options,
    )(...[projected, recurrentKernel, hidden]);
  }
  const run = differentiable('GRUSequence', ['projected', 'recurrentKernel', 'recurrentBias', 'hidden'], options);
  return run(projected, recurrentKernel, recurrentBias, hidden);
}

/** The order in which the gradients' kernels return the gradients. */
const gradientOrder: Record<SequenceKernel, readonly string[]> = {
  LSTMSequence: ['projected', 'recurrentKernel', 'hidden', 'carry'],
  GRUSequence: ['projected', 'recurrentKernel', 'recurrentBias', 'hidden'],
};

/** What the kernels keep for their gradients, besides the hidden states. */
const keptNames: Record<SequenceKernel, readonly string[]> = {
  LSTMSequence: ['gates', 'carries'],
  GRUSequence: ['gates'],
};

/** The kernel as a function of the named inputs, with the gradient that its kernel `…Grad` computes. */
function differentiable(kernel: SequenceKernel, names: readonly string[], { returns, backwards }: SequenceOptions) {
  const attributes = { returns, backwards } as unknown as tf.NamedAttrMap;
  return tf.customGrad((...given) => {
    const save = given.at(-1) as tf.GradSaveFunc;
    const inputs = Object.fromEntries(names.map((name, index) => [name, given[index] as tf.Tensor]));
    // Outside a gradient nobody will ask for it, and nothing is kept.
    const keep = tf.engine().state.gradientDepth > 0;
    const outputs = tf.engine().runKernel(kernel, inputs, { ...attributes, keep }) as tf.Tensor | tf.Tensor[];
    const [value, ...kept] = Array.isArray(outputs) ? outputs : [outputs];
    const sequence = returns === 'last' ? kept.shift() : value;
    const needed = names.filter((name) => name !== 'projected' && name !== 'recurrentBias');
    const savedNames = [...needed, 'sequence', ...keptNames[kernel]];
    if (keep) save([...needed.map((name) => inputs[name] as tf.Tensor), sequence as tf.Tensor, ...kept]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const known = Object.fromEntries(savedNames.map((name, index) => [name, saved[index] as tf.Tensor]));
      const gradients = tf.engine().runKernel(`${kernel}Grad`, { dy, ...known }, attributes) as unknown as tf.Tensor[];
      return names.map((name) => gradients[gradientOrder[kernel].indexOf(name)] as tf.Tensor);
    };
    return { value: value as tf.Tensor, gradFunc };
  });
}
