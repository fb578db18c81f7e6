// A sketch of a distribution in bounded memory: sorted values with the number of samples each stands for. Batches are summed
// up and merged; Discretization takes its boundaries from it. All in float32, as Keras does.

/** Sorted values and their weights. */
export interface QuantileSummary {
  values: Float32Array;
  weights: Float32Array;
}

/** Every so many of the sorted values, so that `1 / epsilon` remain. */
export function summarize(data: ArrayLike<number>, epsilon: number): QuantileSummary {
  const sorted = Float32Array.from(data).sort();
  const step = Math.max(sorted.length * epsilon, 1);
  const values: number[] = [];
  for (let at = Math.trunc(step - 1); at < sorted.length; at += Math.trunc(step)) values.push(sorted[at] as number);
  return { values: Float32Array.from(values), weights: new Float32Array(values.length).fill(step) };
}

/** Both in one, no longer than `1 / epsilon`. */
export function mergeSummaries(a: QuantileSummary, b: QuantileSummary, epsilon: number): QuantileSummary {
  const pairs = [...a.values, ...b.values].map(
    (value, i) => [value, [...a.weights, ...b.weights][i] as number] as const,
  );
  pairs.sort(([left], [right]) => left - right);
  return compress(
    { values: Float32Array.from(pairs, ([value]) => value), weights: Float32Array.from(pairs, ([, weight]) => weight) },
    epsilon,
  );
}

/** The boundaries of bins with equally many samples each. */
export function binBoundaries(summary: QuantileSummary, bins: number): number[] {
  return [...compress(summary, 1 / bins).values.slice(0, -1)];
}

function compress(summary: QuantileSummary, epsilon: number): QuantileSummary {
  if (summary.values.length * epsilon < 1) return summary;
  const steps = Math.ceil(1 / epsilon);
  const percents = Array.from({ length: steps }, (_, i) => epsilon + i * epsilon);
  let sum = 0;
  const cumulated = Float32Array.from(summary.weights, (weight) => (sum = Math.fround(sum + weight)));
  const total = cumulated.at(-1) as number;
  const shares = cumulated.map((weight) => weight / total);
  const values = percents.map((percent) => interpolate(percent, shares, summary.values));
  const weights = percents.map((percent) => interpolate(percent, shares, cumulated));
  return {
    values: Float32Array.from(values),
    weights: Float32Array.from(weights, (weight, i) => weight - (i > 0 ? (weights[i - 1] as number) : 0)),
  };
}

/** Piecewise linear through the points; constant outside. */
function interpolate(x: number, xs: Float32Array, ys: Float32Array): number {
  if (x <= (xs[0] as number)) return ys[0] as number;
  const last = xs.length - 1;
  if (x >= (xs[last] as number)) return ys[last] as number;
  let at = 0;
  while ((xs[at + 1] as number) <= x) at++;
  const [x0, x1, y0, y1] = [xs[at], xs[at + 1], ys[at], ys[at + 1]] as [number, number, number, number];
  return y0 + ((y1 - y0) / (x1 - x0)) * (x - x0);
}
