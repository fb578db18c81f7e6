import { TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';

/**
 * What a layer computes in, by Keras's name. `int64` and `uint8` name the outputs of preprocessing layers, which are held as int32.
 * The other floats are names too: TF.js holds and computes them as float32, and files written for Keras have the type of the name.
 */
export type LayerDtype = OtherFloat | 'float32' | 'int32' | 'int64' | 'uint8' | 'bool' | 'string';

type OtherFloat = 'float16' | 'bfloat16' | 'float64' | 'mixed_float16' | 'mixed_bfloat16';

const OTHER_FLOATS: readonly string[] = ['float16', 'bfloat16', 'float64', 'mixed_float16', 'mixed_bfloat16'];

const SUPPORTED: readonly string[] = ['float32', ...OTHER_FLOATS, 'int32', 'int64', 'uint8', 'bool', 'string'];

/** Reads the `dtype` of a layer's options: a name, or Keras's serialised `DTypePolicy`. */
export function readDtype(place: string, dtype: unknown): LayerDtype {
  const name =
    typeof dtype === 'object' && dtype !== null ? (dtype as { config?: { name?: unknown } }).config?.name : dtype;
  if (name === undefined || name === null) return 'float32';
  if (typeof name === 'string' && SUPPORTED.includes(name)) return name as LayerDtype;
  throw new TenlabError({
    code: 'invalid-dtype',
    place,
    expected: `\`dtype\` must be one of ${SUPPORTED.map((known) => `'${known}'`).join(', ')}`,
    received: name,
    remedy: "Use 'float32': quantized weights are not supported.",
  });
}

/** The type of the tensors that hold a layer's values. */
export function tensorDtype(dtype: LayerDtype): tf.DataType {
  if (OTHER_FLOATS.includes(dtype)) return 'float32';
  return dtype === 'int64' || dtype === 'uint8' ? 'int32' : (dtype as tf.DataType);
}

/** Keras's serialised policy. */
export function dtypePolicyConfig(dtype: LayerDtype): Config {
  return { module: 'keras', class_name: 'DTypePolicy', config: { name: dtype }, registered_name: null };
}
