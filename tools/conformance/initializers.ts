import * as tf from '@tensorflow/tfjs-core';
import { getInitializer } from '../../packages/layers/src/initializers';
import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import type { GoldenArray, GoldenCase } from './golden';

export interface GoldenInitializer extends GoldenCase {
  shape: number[];
  exact?: GoldenArray;
  orthogonal_gain?: number;
  expect?: {
    mean?: number;
    mean_tol?: number;
    std?: number;
    std_tol?: number;
    min?: number | null;
    max?: number | null;
    abs_max?: number;
  };
}

/** One case of initializers.json: the exact array, right angles, or a draw's mean, spread and bounds. */
export async function runInitializerCase(golden: GoldenInitializer): Promise<Deviation[]> {
  const initializer = getInitializer(golden as unknown as ConfigObject);
  const drawn = initializer.initialize(golden.shape);
  const deviations = [compareConfigs(initializer.getConfig(), golden.config), sameShape(drawn, golden.shape)];
  // Keras takes the angles of a Fourier transform in float32, so its own cosines err by a millionth.
  const atol = golden.class_name === 'STFT' ? 3e-6 : 1e-7;
  if (golden.exact) deviations.push(await compare('value', drawn, golden.exact, { rtol: 1e-6, atol }));
  if (golden.orthogonal_gain !== undefined) deviations.push(await rightAngles(drawn, golden.orthogonal_gain));
  if (golden.expect) deviations.push(...moments(await drawn.data<'float32'>(), golden.expect));
  return deviations;
}

function sameShape(drawn: tf.Tensor, shape: readonly number[]): Deviation {
  const isSame = drawn.shape.join() === shape.join();
  return { what: 'shape', excess: isSame ? 0 : Infinity, text: `shape: [${drawn.shape}], expected [${shape}]` };
}

/** How far `A·Aᵀ` of the fewer vectors is from `gain²·I`, within 1e-4 of the vectors' size. */
async function rightAngles(drawn: tf.Tensor, gain: number): Promise<Deviation> {
  const columns = drawn.shape.at(-1) ?? 1;
  const matrix = tf.div(tf.reshape(drawn, [-1, columns]), gain) as tf.Tensor2D;
  const byRows = matrix.shape[0] <= columns;
  const product = tf.matMul(matrix, matrix, !byRows, byRows);
  const [distance] = await tf.max(tf.abs(tf.sub(product, tf.eye(product.shape[0]!)))).data();
  return within('distance from right angles', distance!, 0, 1e-4);
}

function moments(values: Float32Array, expect: NonNullable<GoldenInitializer['expect']>): Deviation[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const deviations: Deviation[] = [];
  if (expect.mean !== undefined) deviations.push(within('mean', mean, expect.mean, expect.mean_tol ?? 0));
  if (expect.std !== undefined) deviations.push(within('std', std, expect.std, expect.std_tol ?? 0));
  const min = expect.min ?? (expect.abs_max === undefined ? -Infinity : -expect.abs_max - 1e-5);
  const max = expect.max ?? (expect.abs_max === undefined ? Infinity : expect.abs_max + 1e-5);
  const outside = values.find((value) => !(value >= min && value <= max));
  const text = `bounds: ${outside}, expected within [${min}, ${max}]`;
  deviations.push({ what: 'bounds', excess: outside === undefined ? 0 : Infinity, text });
  return deviations;
}

function within(what: string, ours: number, golden: number, allowed: number): Deviation {
  const excess = Math.abs(ours - golden) / allowed;
  return {
    what,
    excess: Number.isNaN(excess) ? Infinity : excess,
    text: `${what}: ${ours}, expected ${golden} +- ${allowed}`,
  };
}
