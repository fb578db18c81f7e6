// Whether the gradients of the tape are those of the function: asked of the function itself, by finite differences. It is for
// tests and for learning; training never calls it.
import * as tf from '@tensorflow/tfjs-core';
import { checkOptions } from './errors/check-options';
import { inWords, TenlabError } from './errors/tenlab-error';
import { scope } from './memory/scope';

export interface GradCheckOptions {
  /** Allowed difference, relative to the larger of 1 and the derivative. Default 0.002, for the arithmetic is float32. */
  readonly tolerance?: number;
  /** Half the distance of the two points of a difference, for inputs of size one; larger inputs take larger steps. Default 1/64. */
  readonly step?: number;
  /** Checks at most this many elements of each input, evenly spread. Default: all. */
  readonly atMost?: number;
}

/** One derivative, computed in two ways. */
export interface CheckedDerivative {
  /** Which of the inputs. */
  readonly input: number;
  /** Which element of it. */
  readonly index: readonly number[];
  /** What the tape says. */
  readonly gradient: number;
  /** What the finite difference says. */
  readonly difference: number;
  /** How far they are apart, relative to the larger of 1 and themselves. */
  readonly error: number;
}

export interface GradCheckReport {
  /** Whether no derivative differs. */
  readonly passed: boolean;
  /** How many derivatives were looked at. */
  readonly checked: number;
  readonly tolerance: number;
  /** Those that differ, the worst first. */
  readonly wrong: readonly CheckedDerivative[];
  /** The one that is furthest off, right or wrong. */
  readonly worst: CheckedDerivative;
  /** All of it in words, with the eight worst. */
  toString(): string;
}

type Differentiated = (...inputs: tf.Tensor[]) => tf.Tensor;

/**
 * Compares the gradients of a function with central finite differences, for every element of its inputs.
 *
 * `f'(x) ≈ (4 d(h/2) - d(h)) / 3` with `d(h) = (f(x + h) - f(x - h)) / 2h`: two steps combined (Richardson), so that the error
 * is of fourth order in the step. An output of several elements is weighted by fixed, irregular numbers and summed, so that a
 * transposed or shifted gradient cannot pass by symmetry.
 *
 * `x` is one float32 tensor, or a list of the arguments of `fn`. A `tf.Variable` is moved in place and put back: a layer's
 * weights (`weight.value`) can be checked in a function that reads them. Keep away from kinks, as of relu at 0 or between two
 * equal maxima: no difference is right there.
 *
 * Throws where `fn` gives no tensor, or other values each time (set dropout's rate to 0), or cannot be differentiated.
 *
 * @example
 * const report = gradCheck((x) => tf.sum(tf.tanh(x)), tf.tensor1d([0.5, -1]));
 * report.passed; // true
 * String(report); // 'gradCheck: 2 derivatives agree with finite differences (tolerance 0.002). Furthest off …'
 */
export function gradCheck<T extends tf.Tensor>(
  fn: (x: T) => tf.Tensor,
  x: T,
  options?: GradCheckOptions,
): GradCheckReport;
export function gradCheck<T extends readonly tf.Tensor[]>(
  fn: (...inputs: T) => tf.Tensor,
  x: readonly [...T],
  options?: GradCheckOptions,
): GradCheckReport;
export function gradCheck(
  fn: Differentiated,
  x: tf.Tensor | readonly tf.Tensor[],
  options: GradCheckOptions = {},
): GradCheckReport {
  checkOptions(options, ['tolerance', 'step', 'atMost'], 'gradCheck');
  const { tolerance = 2e-3, step = 2 ** -6, atMost = Number.POSITIVE_INFINITY } = options;
  for (const [name, value] of Object.entries({ tolerance, step, atMost })) expectPositive(name, value);
  const inputs = x instanceof tf.Tensor ? [x] : x;
  expectInputs(inputs);
  const weights = outputWeights(fn, inputs);
  const gradients = gradientsByTape(fn, inputs, weights);
  const all = inputs.flatMap((input, which) => {
    const values = Float32Array.from(input.dataSync());
    const stride = Math.max(1, Math.ceil(values.length / atMost));
    const places = Array.from({ length: Math.ceil(values.length / stride) }, (_, i) => i * stride);
    return places.map((at) => {
      const h = step * Math.max(1, Math.abs(values[at]!));
      const slope = (half: number) => slopeAt(fn, inputs, weights, { which, values, at, h: half });
      return compared(which, indexOf(at, input.shape), gradients[which]![at]!, (4 * slope(h / 2) - slope(h)) / 3);
    });
  });
  return reportOn(all, tolerance);
}

function reportOn(all: CheckedDerivative[], tolerance: number): GradCheckReport {
  // What is no number is as wrong as can be.
  const size = ({ error }: CheckedDerivative) => (Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  const sorted = [...all].sort((a, b) => size(b) - size(a) || 0);
  const wrong = sorted.filter(({ error }) => !(error <= tolerance));
  const worst = sorted[0]!;
  const text =
    wrong.length === 0
      ? `gradCheck: ${all.length} derivatives agree with finite differences (tolerance ${tolerance}). Furthest off is ${described(worst)}.`
      : `gradCheck: ${wrong.length} of ${all.length} derivatives differ (tolerance ${tolerance}):\n${wrong
          .slice(0, 8)
          .map((derivative) => `  ${described(derivative)}`)
          .join('\n')}`;
  return { passed: wrong.length === 0, checked: all.length, tolerance, wrong, worst, toString: () => text };
}

function described({ input, index, gradient, difference }: CheckedDerivative): string {
  return `input ${input}, element [${index.join(', ')}]: gradient ${gradient}, finite difference ${difference}`;
}

function compared(input: number, index: number[], gradient: number, difference: number): CheckedDerivative {
  const error = Math.abs(gradient - difference) / Math.max(1, Math.abs(gradient), Math.abs(difference));
  return { input, index, gradient, difference, error };
}

interface Place {
  which: number;
  values: Float32Array;
  at: number;
  h: number;
}

/** `d(h)`, summed in double precision. */
function slopeAt(
  fn: Differentiated,
  inputs: readonly tf.Tensor[],
  weights: Float32Array,
  { which, values, at, h }: Place,
): number {
  const middle = values[at]!;
  // What is added must be what float32 can add.
  const [above, below] = [Math.fround(middle + h), Math.fround(middle - h)];
  const sumAt = (value: number) => {
    const moved = values.slice();
    moved[at] = value;
    const output = outputWith(fn, inputs, which, moved);
    return weights.reduce((sum, weight, i) => sum + Number(output[i]) * weight, 0);
  };
  return (sumAt(above) - sumAt(below)) / (above - below);
}

/** Calls the function with other values in one input: a variable is changed and put back, a tensor replaced. */
function outputWith(
  fn: Differentiated,
  inputs: readonly tf.Tensor[],
  which: number,
  values: Float32Array,
): ArrayLike<number> {
  const input = inputs[which]!;
  const tensor = tf.tensor(values, input.shape, 'float32');
  const before = input instanceof tf.Variable ? tf.clone(input) : null;
  try {
    if (before === null) return valuesOf(() => fn(...inputs.map((each, i) => (i === which ? tensor : each))));
    (input as tf.Variable).assign(tensor);
    return valuesOf(() => fn(...inputs));
  } finally {
    if (before) (input as tf.Variable).assign(before);
    tf.dispose([tensor, ...(before ? [before] : [])]);
  }
}

function valuesOf(make: () => tf.Tensor): ArrayLike<number> {
  let values: ArrayLike<number> = [];
  scope(() => {
    values = make().dataSync();
  });
  return values;
}

/** One irregular weight between 0.5 and 1.5 for each element of the output. Looks at the output twice. */
function outputWeights(fn: Differentiated, inputs: readonly tf.Tensor[]): Float32Array {
  const output = () => {
    const made: unknown = fn(...inputs);
    if (made instanceof tf.Tensor) return made;
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'gradCheck',
      expected: '`fn` must return a tensor',
      received: made,
      remedy: 'Compute with tensor operations, and do not read the result.',
    });
  };
  const [first, second] = [valuesOf(output), valuesOf(output)];
  if (Array.from(first).some((value, i) => !Object.is(value, second[i]))) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'gradCheck',
      expected: '`fn` must give the same output each time',
      received: inWords('others when it was called again'),
      remedy: 'Take out what is random or changes its own state; call layers with { training: false }.',
    });
  }
  return Float32Array.from({ length: first.length }, (_, i) => 0.5 + ((i * 0.618034 + 0.3) % 1));
}

function gradientsByTape(fn: Differentiated, inputs: readonly tf.Tensor[], weights: Float32Array): Float32Array[] {
  let read: Float32Array[] = [];
  scope(() => {
    read = gradientTensors(fn, inputs, weights).map((gradient) => Float32Array.from(gradient.dataSync()));
  });
  return read;
}

function gradientTensors(fn: Differentiated, inputs: readonly tf.Tensor[], weights: Float32Array): tf.Tensor[] {
  const { shape } = fn(...inputs);
  try {
    return tf.grads(fn)([...inputs], tf.tensor(weights, shape));
  } catch (cause) {
    throw new TenlabError({
      code: 'no-gradients',
      place: 'gradCheck',
      expected: 'the output must be differentiable by every input',
      received: inWords((cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ')),
      remedy: 'Use each input in `fn`, by operations that have a gradient.',
      cause,
    });
  }
}

function expectInputs(inputs: readonly unknown[]): void {
  const wrong = inputs.find((input) => !(input instanceof tf.Tensor) || input.dtype !== 'float32');
  if (wrong === undefined && inputs.some((input) => (input as tf.Tensor).size > 0)) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'gradCheck',
    expected: '`x` must be a float32 tensor, or a list of such, with at least one element',
    received:
      wrong === undefined
        ? inWords('empty inputs')
        : wrong instanceof tf.Tensor
          ? inWords(`a tensor of ${wrong.dtype}`)
          : wrong,
    remedy: 'Pass what the function shall be differentiated by; read whole numbers inside `fn` instead.',
  });
}

function expectPositive(option: string, value: unknown): void {
  if (typeof value === 'number' && value > 0) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'gradCheck',
    expected: `\`${option}\` must be a positive number`,
    received: value,
    remedy: 'Leave it out for the default.',
  });
}

/** The place of an element by axes. */
function indexOf(at: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = at;
  for (const length of [...shape].reverse()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}
