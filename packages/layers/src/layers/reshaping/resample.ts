// How images are made larger or smaller: each output is a weighted mean of inputs near it. The weights of one axis are a matrix,
// which knows nothing of tensors; map-axis.ts applies it.

/** How values between the given ones are found. */
export type SmoothInterpolation = 'bilinear' | 'bicubic' | 'lanczos3' | 'lanczos5';

/** A kernel and how far it reaches, in inputs. */
const KERNELS: Readonly<Record<SmoothInterpolation, { radius: number; weight: (x: number) => number }>> = {
  bilinear: { radius: 1, weight: (x) => 1 - Math.abs(x) },
  bicubic: { radius: 2, weight: (x) => keysCubic(Math.abs(x)) },
  lanczos3: { radius: 3, weight: (x) => lanczos(x, 3) },
  lanczos5: { radius: 5, weight: (x) => lanczos(x, 5) },
};

/**
 * The weights of a resize along one axis, `[outputs, inputs]` row by row: pixel centres lie at halves, and what lies over the
 * edge has no weight. TensorFlow: `tf.image.resize` without antialias.
 *
 * @example
 * resampleMatrix('bilinear', 2, 4); // rows [1, 0], [0.75, 0.25], [0.25, 0.75], [0, 1]
 */
export function resampleMatrix(interpolation: SmoothInterpolation, inputs: number, outputs: number): Float32Array {
  const { radius, weight } = KERNELS[interpolation];
  const matrix = new Float32Array(outputs * inputs);
  for (let row = 0; row < outputs; row++) {
    const exact = ((row + 0.5) * inputs) / outputs - 0.5;
    const centre = interpolation === 'bicubic' ? tableCentre(exact) : exact;
    const first = Math.max(Math.ceil(centre - radius), 0);
    const last = Math.min(Math.floor(centre + radius), inputs - 1);
    const weights = Array.from({ length: last - first + 1 }, (_, i) => weight(first + i - centre));
    const sum = weights.reduce((total, value) => total + value, 0);
    for (const [i, value] of weights.entries()) matrix[row * inputs + first + i] = value / sum;
  }
  return matrix;
}

/**
 * Where between two pixels TensorFlow's bicubic resize without antialias finds its weights: in a table of 1024 places.
 *
 * @example
 * tableCentre(2.3333); // 2.3330078125, which is 2 + 341/1024
 */
export function tableCentre(centre: number): number {
  const pixel = Math.floor(centre);
  return pixel + Math.round((centre - pixel) * 1024) / 1024;
}

/** Keys's cubic with a = -1/2. Keys 1981. */
function keysCubic(x: number): number {
  if (x >= 2) return 0;
  return x >= 1 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : (1.5 * x - 2.5) * x * x + 1;
}

function lanczos(x: number, radius: number): number {
  if (Math.abs(x) >= radius) return 0;
  if (Math.abs(x) < 1e-3) return 1;
  return (radius * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / radius)) / (Math.PI * Math.PI * x * x);
}
