import type { SummaryValue } from '@tenlab/checkpoint/records';

/** A number under a tag. */
export function scalarSummary(tag: string, value: number): SummaryValue {
  return {
    tag,
    tensor: { dtype: 'float32', shape: [], data: Float32Array.of(value) },
    metadata: { plugin: 'scalars', dataClass: 1 },
  };
}

/**
 * How values are spread, in `buckets` parts of equal width: rows of left edge, right edge and count.
 *
 * All values equal make one bucket around them; values that are no numbers are left out. Source: `tf.summary.histogram`.
 */
export function histogramSummary(tag: string, values: ArrayLike<number>, buckets = 30): SummaryValue {
  const finite = Array.from(values).filter(Number.isFinite);
  const least = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const isOne = least === most;
  const count = finite.length === 0 ? 0 : isOne ? 1 : buckets;
  const [low, width] = isOne ? [least - 0.5, 1] : [least, (most - least) / buckets];
  const rows = new Float64Array(count * 3);
  for (let bucket = 0; bucket < count; bucket++) {
    rows[3 * bucket] = low + bucket * width;
    rows[3 * bucket + 1] = bucket === count - 1 && !isOne ? most : low + (bucket + 1) * width;
  }
  for (const value of finite) {
    const bucket = Math.min(count - 1, Math.floor((value - low) / width));
    rows[3 * bucket + 2]! += 1;
  }
  return {
    tag,
    tensor: { dtype: 'float64', shape: [count, 3], data: rows },
    metadata: { plugin: 'histograms', dataClass: 2 },
  };
}

/** Markdown under a tag. */
export function textSummary(tag: string, markdown: string): SummaryValue {
  return {
    tag,
    tensor: { dtype: 'bytes', shape: [], data: [new TextEncoder().encode(markdown)] },
    metadata: { plugin: 'text', dataClass: 2 },
  };
}

/** Pictures of one size, as PNG files, under a tag. */
export function imageSummary(tag: string, width: number, height: number, files: readonly Uint8Array[]): SummaryValue {
  const encoder = new TextEncoder();
  const data = [encoder.encode(String(width)), encoder.encode(String(height)), ...files];
  return {
    tag,
    tensor: { dtype: 'bytes', shape: [data.length], data },
    metadata: { plugin: 'images', dataClass: 3 },
  };
}
