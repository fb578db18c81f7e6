// tfjs-core alone has no gradients.
import '@tenlab/backend-wasm/gradients';
import * as tf from '@tensorflow/tfjs-core';

export interface CheckGradientOptions {
  /** Allowed difference, relative to the larger of 1 and the derivative. */
  readonly tolerance?: number;
  /** Half the distance of the two points of a difference, for inputs of size one; larger inputs take larger steps. */
  readonly step?: number;
  /** Checks at most this many elements of each input, evenly spread; all by default. */
  readonly atMost?: number;
}

/**
 * Asserts that tfjs's gradient of `fn` agrees with central finite differences at `inputs`, for every element of every input.
 *
 * The output is weighted by fixed, irregular numbers and summed in double precision, so a kernel's transposed or shifted gradient
 * cannot pass by symmetry. Two step sizes are combined (Richardson), which leaves an error of fourth order in the step:
 *
 *   `f'(x) ≈ (4 d(h/2) - d(h)) / 3`, `d(h) = (f(x + h) - f(x - h)) / 2h`
 *
 * Keep the inputs away from kinks (a maximum of two nearly equal values, relu near 0): there no difference is right.
 *
 * @throws when a derivative differs, naming input, element and both values
 */
export function checkGradient(
  fn: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
  options: CheckGradientOptions = {},
): void {
  const { tolerance = 2e-3, step = 2 ** -6, atMost = Infinity } = options;
  const weights = outputWeights(fn, inputs);
  const analytic = gradientsOf(fn, inputs, weights);

  const wrong: string[] = [];
  let checked = 0;
  inputs.forEach((input, which) => {
    const values = Float32Array.from(input.dataSync());
    const derivatives = analytic[which] as Float32Array;
    const stride = Math.max(1, Math.ceil(values.length / atMost));
    for (let at = 0; at < values.length; at += stride) {
      const h = step * Math.max(1, Math.abs(Number(values[at])));
      const numeric = (4 * difference(which, values, at, h / 2) - difference(which, values, at, h)) / 3;
      const received = Number(derivatives[at]);
      checked++;
      const allowed = tolerance * Math.max(1, Math.abs(numeric), Math.abs(received));
      if (Math.abs(received - numeric) <= allowed) continue;
      wrong.push(`  input ${which}, element ${at}: gradient ${received}, finite difference ${numeric}`);
    }
  });
  if (checked === 0) throw new Error('A gradient check needs at least one element. Received: empty inputs.');
  if (wrong.length > 0) {
    throw new Error(
      `${wrong.length} of ${checked} derivatives differ (tolerance ${tolerance}):\n${wrong.slice(0, 8).join('\n')}`,
    );
  }

  function difference(which: number, values: Float32Array, at: number, h: number): number {
    const x = Number(values[at]);
    // What is added must be what float32 can add.
    const above = Math.fround(x + h);
    const below = Math.fround(x - h);
    return (weightedSum(which, values, at, above) - weightedSum(which, values, at, below)) / (above - below);
  }

  function weightedSum(which: number, values: Float32Array, at: number, x: number): number {
    const moved = values.slice();
    moved[at] = x;
    return tf.tidy(() => {
      const replaced = inputs.map((input, i) => (i === which ? tf.tensor(moved, input.shape, 'float32') : input));
      const output = fn(...replaced).dataSync();
      let sum = 0;
      for (let i = 0; i < output.length; i++) sum += Number(output[i]) * Number(weights[i]);
      return sum;
    });
  }
}

/** Irregular weights between 0.5 and 1.5, one for each element of the output. */
function outputWeights(fn: (...inputs: tf.Tensor[]) => tf.Tensor, inputs: readonly tf.Tensor[]): Float32Array {
  const size = tf.tidy(() => fn(...inputs).size);
  return Float32Array.from({ length: size }, (_, i) => 0.5 + ((i * 0.618034 + 0.3) % 1));
}

function gradientsOf(
  fn: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
  weights: Float32Array,
): Float32Array[] {
  return tf.tidy(() => {
    const output = fn(...inputs);
    const dy = tf.tensor(weights, output.shape);
    return tf
      .grads(fn)([...inputs], dy)
      .map((gradient, i) => {
        const { shape } = inputs[i] as tf.Tensor;
        if (gradient.shape.join() !== shape.join()) {
          throw new Error(`The gradient of input ${i} must have its shape [${shape}]. Received: [${gradient.shape}].`);
        }
        return Float32Array.from(gradient.dataSync());
      });
  });
}
