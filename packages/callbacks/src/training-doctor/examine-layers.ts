import type { Symptom } from './finding';

/** What one layer put out for some samples. */
export interface LayerOutput {
  layer: string;
  /** The activation by name; null where it has none of its own. */
  activation: string | null;
  values: Float32Array | Int32Array | Uint8Array;
  /** Units: the length of the last axis. */
  units: number;
}

/** The size of one layer's gradient and weights: root of the mean of squares. */
export interface LayerGradient {
  layer: string;
  gradient: number;
  weights: number;
}

const clipping = new Set(['relu', 'relu6']);
const bounded: Readonly<Record<string, readonly [number, number]>> = { sigmoid: [0, 1], tanh: [-1, 1] };

/** Units that are zero for every sample, units at the end of their range, and outputs beyond all measure. */
export function examineOutputs(outputs: readonly LayerOutput[]): Symptom[] {
  const symptoms: Symptom[] = [];
  for (const { layer, activation, values, units } of outputs) {
    const size = rootMeanSquare(values);
    if (!Number.isFinite(size) || size > 1e4) {
      symptoms.push({
        code: 'exploding-layer',
        layer,
        message: `Layer '${layer}' puts out values of size ${size.toExponential(1)}.`,
        remedy: 'Lower the learning rate, add BatchNormalization before it, or clip gradients with `clipnorm`.',
      });
      // What comes after it is its doing.
      break;
    }
    if (activation && clipping.has(activation)) {
      const dead = countUnits(values, units, (value) => value === 0);
      if (units >= 4 && dead > units / 2) {
        symptoms.push({
          code: 'dead-units',
          layer,
          message: `${dead} of ${units} units of layer '${layer}' are 0 for every sample: ReLUs that are dead learn no more.`,
          remedy: "Lower the learning rate, use the initializer 'he_normal', or LeakyReLU in place of ReLU.",
        });
      }
    }
    const range = activation ? bounded[activation] : undefined;
    if (range) {
      const [low, high] = range;
      const margin = (high - low) * 0.005;
      const stuck = countUnits(values, units, (value) => value < low + margin || value > high - margin);
      if (units >= 4 && stuck > units / 2) {
        symptoms.push({
          code: 'saturated-units',
          layer,
          message: `${stuck} of ${units} units of layer '${layer}' (${activation}) are at the end of their range for every sample, where the gradient is near 0.`,
          remedy: 'Scale the inputs to about 1, use smaller initial weights, or ReLU in hidden layers.',
        });
      }
    }
  }
  return symptoms;
}

/** Gradients that fade towards the front, that are nowhere, or that are huge beside their weights. */
export function examineGradients(gradients: readonly LayerGradient[]): Symptom[] {
  const symptoms: Symptom[] = [];
  const none = gradients.filter(({ gradient }) => gradient === 0).map(({ layer }) => layer);
  if (none.length > 0) {
    symptoms.push({
      code: 'no-gradient',
      layer: none[0]!,
      message: `The loss has no gradient for ${none.map((layer) => `'${layer}'`).join(', ')}.`,
      remedy:
        'Look for dead ReLUs after it, for an operation that has no gradient such as rounding, and for a layer that is not used.',
    });
  }
  const exploding = gradients.find(
    ({ gradient, weights }) => !Number.isFinite(gradient) || gradient > 1e3 * Math.max(weights, 1e-3),
  );
  if (exploding) {
    const { layer, gradient, weights } = exploding;
    symptoms.push({
      code: 'exploding-layer',
      layer,
      message: `The gradient of layer '${layer}' is of size ${gradient.toExponential(1)}, its weights of ${weights.toExponential(1)}.`,
      remedy: 'Clip gradients with `clipnorm: 1` in the optimizer, lower the learning rate, or scale the targets.',
    });
  }
  const flowing = gradients.filter(({ gradient }) => gradient > 0 && Number.isFinite(gradient));
  const [first, last] = [flowing[0], flowing.at(-1)];
  if (flowing.length >= 3 && first && last && first.gradient < 1e-4 * last.gradient) {
    symptoms.push({
      code: 'vanishing-gradients',
      layer: first.layer,
      message: `The gradient fades from ${last.gradient.toExponential(1)} in '${last.layer}' to ${first.gradient.toExponential(1)} in '${first.layer}': the front of the network hardly learns.`,
      remedy: 'Use ReLU in place of sigmoid or tanh, BatchNormalization, or shortcuts as in a ResNet.',
    });
  }
  return symptoms;
}

/** How many units hold for every sample. */
function countUnits(values: LayerOutput['values'], units: number, holds: (value: number) => boolean): number {
  let count = 0;
  for (let unit = 0; unit < units; unit++) {
    let all = true;
    for (let at = unit; at < values.length && all; at += units) all = holds(values[at]!);
    if (all) count++;
  }
  return count;
}

/** The size of many numbers: `sqrt(mean(x²))`. */
export function rootMeanSquare(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! ** 2;
  return Math.sqrt(sum / Math.max(1, values.length));
}
