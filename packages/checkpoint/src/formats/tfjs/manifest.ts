import { elementCount } from '../element-count';
import { fileError, quoted } from '../file-error';
import { bytesPerElement, type NumericDtype } from '../stored-array';

/** How numbers were made smaller: `value = stored · scale + min`, or half floats. */
export type Quantization = { dtype: 'uint8' | 'uint16'; scale: number; min: number } | { dtype: 'float16' };

/** A weight of a TF.js model. */
export interface ManifestWeight {
  name: string;
  dtype: NumericDtype;
  shape: number[];
  quantization: Quantization | undefined;
  /** Number of elements. */
  count: number;
  /** Bytes in the files. */
  size: number;
}

/** Files that hold weights one after the other, as if they were one. */
export interface ManifestGroup {
  paths: string[];
  weights: ManifestWeight[];
}

const dtypes: readonly string[] = ['float32', 'int32', 'bool', 'uint8', 'float16', 'complex64'];

/** Reads the `weightsManifest` of a model.json. Throws a {@link TenlabError} naming the weight that is wrong. */
export function parseManifest(manifest: unknown, place: string): ManifestGroup[] {
  if (!Array.isArray(manifest))
    throw fileError(place, 'invalid-file', 'a list as `weightsManifest`', describe(manifest));
  return manifest.map((group) => {
    const { paths, weights } = (group ?? {}) as { paths?: unknown; weights?: unknown };
    if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string') || !Array.isArray(weights)) {
      throw fileError(place, 'invalid-file', 'groups of `paths` and `weights`', describe(group));
    }
    return { paths, weights: weights.map((weight) => parseWeight(weight, place)) };
  });
}

function parseWeight(value: unknown, place: string): ManifestWeight {
  const { name, dtype, shape, quantization } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string') throw fileError(place, 'invalid-file', 'a weight with a name', describe(value));
  const where = `${place}, weight ${quoted(name)}`;
  const count = Array.isArray(shape) ? elementCount(shape) : undefined;
  if (count === undefined) throw fileError(where, 'invalid-file', 'a shape of whole numbers from 0', describe(shape));
  if (typeof dtype !== 'string' || !dtypes.includes(dtype)) {
    throw fileError(where, 'unsupported-file', `a dtype out of ${dtypes.join(', ')}`, describe(dtype));
  }
  const reduced = quantization === undefined ? undefined : parseQuantization(quantization, where);
  const stored = reduced?.dtype ?? (dtype as NumericDtype);
  return {
    name,
    dtype: dtype as NumericDtype,
    shape: shape as number[],
    quantization: reduced,
    count,
    size: count * bytesPerElement[stored],
  };
}

function parseQuantization(value: unknown, place: string): Quantization {
  const { dtype, scale, min } = (value ?? {}) as Record<string, unknown>;
  if (dtype === 'float16') return { dtype };
  if ((dtype === 'uint8' || dtype === 'uint16') && typeof scale === 'number' && typeof min === 'number') {
    return { dtype, scale, min };
  }
  throw fileError(
    place,
    'unsupported-file',
    'quantization to uint8, uint16 (with scale and min) or float16',
    describe(value),
  );
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
