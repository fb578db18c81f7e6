// LSTM and GRU as they are written in books, in double precision, for one batch of sequences: the oracle of their kernels.

/** Values of a tensor. */
export type Values = ArrayLike<number>;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Sizes, and whether the steps of the sums are taken from the last to the first. */
export interface PlainSizes {
  readonly batch: number;
  readonly steps: number;
  readonly units: number;
  readonly backwards: boolean;
}

/** A row of states times a matrix [units, columns]. */
function timesKernel(state: readonly number[], kernel: Values, columns: number): number[] {
  return Array.from({ length: columns }, (_, column) =>
    state.reduce((sum, value, unit) => sum + value * kernel[unit * columns + column]!, 0),
  );
}

/** The h after each step [batch, steps, units] and the last c [batch, units], gates in the order i, f, g, o. */
export function plainLstm(
  projected: Values,
  kernel: Values,
  hidden: Values,
  carry: Values,
  { batch, steps, units, backwards }: PlainSizes,
): { sequence: number[]; carry: number[] } {
  const sequence: number[] = [];
  const carries: number[] = [];
  for (let row = 0; row < batch; row++) {
    let h = Array.from({ length: units }, (_, unit) => hidden[row * units + unit]!);
    let c = Array.from({ length: units }, (_, unit) => carry[row * units + unit]!);
    for (let step = 0; step < steps; step++) {
      const read = backwards ? steps - 1 - step : step;
      const product = timesKernel(h, kernel, units * 4);
      const sum = (gate: number, unit: number) =>
        product[gate * units + unit]! + projected[(row * steps + read) * units * 4 + gate * units + unit]!;
      c = c.map((value, u) => sigmoid(sum(1, u)) * value + sigmoid(sum(0, u)) * Math.tanh(sum(2, u)));
      h = c.map((value, u) => sigmoid(sum(3, u)) * Math.tanh(value));
      sequence.push(...h);
    }
    carries.push(...c);
  }
  return { sequence, carry: carries };
}

/** The h after each step [batch, steps, units], gates in the order z, r, g, the reset gate after the product. */
export function plainGru(
  projected: Values,
  kernel: Values,
  bias: Values,
  hidden: Values,
  { batch, steps, units, backwards }: PlainSizes,
): number[] {
  const sequence: number[] = [];
  for (let row = 0; row < batch; row++) {
    let h = Array.from({ length: units }, (_, unit) => hidden[row * units + unit]!);
    for (let step = 0; step < steps; step++) {
      const read = backwards ? steps - 1 - step : step;
      const product = timesKernel(h, kernel, units * 3).map((value, column) => value + (bias[column] ?? 0));
      const x = (gate: number, unit: number) => projected[(row * steps + read) * units * 3 + gate * units + unit]!;
      h = h.map((value, u) => {
        const z = sigmoid(x(0, u) + product[u]!);
        const r = sigmoid(x(1, u) + product[units + u]!);
        const g = Math.tanh(x(2, u) + r * product[units * 2 + u]!);
        return z * value + (1 - z) * g;
      });
      sequence.push(...h);
    }
  }
  return sequence;
}

/** Derivatives of `value` with respect to each of `inputs` at `at`, by central differences in double precision. */
export function derivatives(value: (inputs: number[][]) => number, at: readonly Values[], which: number): number[] {
  const inputs = at.map((values) => Array.from(values));
  const changed = inputs[which]!;
  return changed.map((original, index) => {
    const step = 1e-5;
    changed[index] = original + step;
    const above = value(inputs);
    changed[index] = original - step;
    const below = value(inputs);
    changed[index] = original;
    return (above - below) / (2 * step);
  });
}

/** The last step of each row of [batch, steps, units]. */
export function lastSteps(sequence: readonly number[], { batch, steps, units }: PlainSizes): number[] {
  return Array.from({ length: batch }, (_, row) =>
    sequence.slice(((row + 1) * steps - 1) * units, (row + 1) * steps * units),
  ).flat();
}
