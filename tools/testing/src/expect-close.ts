import type { Tensor } from '@tensorflow/tfjs-core';

export interface Tolerance {
  /** Allowed difference relative to the expected value. */
  readonly rtol?: number;
  /** Allowed difference around zero. */
  readonly atol?: number;
}

/** Numbers to compare: a tensor, a typed array, or a nested list as JSON holds them. */
export type Numbers = Tensor | ArrayLike<number> | number | readonly NestedNumbers[];
type NestedNumbers = number | boolean | readonly NestedNumbers[];

/**
 * Asserts `|actual - expected| <= atol + rtol * |expected|` for every element, and equal shapes where both sides have one.
 * NaN equals NaN, and an infinity only itself: a wrong NaN cannot hide behind a tolerance.
 *
 * @example
 * expectClose(tf.tensor1d([1, 2.1]), [1, 2], { rtol: 1e-5 });
 * // Error: 1 of 2 values differ (rtol 0.00001, atol 0.000001). Worst at [1]: received 2.0999999046325684, expected 2, …
 */
export function expectClose(actual: Numbers, expected: Numbers, { rtol = 1e-5, atol = 1e-6 }: Tolerance = {}): void {
  const received = flatten(actual);
  const wanted = flatten(expected);
  if (received.shape && wanted.shape && received.shape.join() !== wanted.shape.join()) {
    throw new Error(`Shapes differ: received [${received.shape}], expected [${wanted.shape}].`);
  }
  if (received.values.length !== wanted.values.length) {
    throw new Error(`Sizes differ: received ${received.values.length} values, expected ${wanted.values.length}.`);
  }
  const shape = received.shape ?? wanted.shape ?? [received.values.length];
  const wrong: { at: number; excess: number }[] = [];
  for (let at = 0; at < wanted.values.length; at++) {
    const a = Number(received.values[at]);
    const e = Number(wanted.values[at]);
    if (Object.is(a, e) || a === e) continue;
    // Infinite or not a number on one side only: as wrong as can be.
    const excess = Math.abs(a - e) - (atol + rtol * Math.abs(e));
    if (!(excess <= 0) || !Number.isFinite(e)) wrong.push({ at, excess: Number.isNaN(excess) ? Infinity : excess });
  }
  if (wrong.length === 0) return;
  const worst = wrong.reduce((most, next) => (next.excess > most.excess ? next : most));
  const line = ({ at }: { at: number }) => {
    const a = Number(received.values[at]);
    const e = Number(wanted.values[at]);
    return `${place(at, shape)}: received ${a}, expected ${e}, difference ${Math.abs(a - e).toPrecision(3)}`;
  };
  throw new Error(
    `${wrong.length} of ${wanted.values.length} values differ (rtol ${rtol}, atol ${atol}). ` +
      `Worst at ${line(worst)}.\n${wrong
        .slice(0, 5)
        .map((item) => `  ${line(item)}`)
        .join('\n')}`,
  );
}

function flatten(numbers: Numbers): { values: ArrayLike<number | boolean>; shape?: readonly number[] } {
  if (typeof numbers === 'number') return { values: [numbers], shape: [] };
  if (ArrayBuffer.isView(numbers)) return { values: numbers as ArrayLike<number> };
  if ('dataSync' in numbers) return { values: numbers.dataSync(), shape: numbers.shape };
  const shape: number[] = [];
  for (let level: unknown = numbers; Array.isArray(level); level = level[0]) shape.push(level.length);
  const values = leaves(numbers as readonly NestedNumbers[]);
  if (values.length !== shape.reduce((product, size) => product * size, 1)) {
    throw new Error(`A nested list must be rectangular. Received: ${values.length} values for shape [${shape}].`);
  }
  return { values, shape };
}

function leaves(list: readonly NestedNumbers[]): (number | boolean)[] {
  return list.flatMap((item) => (typeof item === 'object' ? leaves(item) : [item]));
}

/** The index of an element as a reader of the tensor would write it. */
function place(at: number, shape: readonly number[]): string {
  const index: number[] = [];
  let rest = at;
  for (const size of [...shape].reverse()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `[${index}]`;
}
