import { bytesOfArray, type NumericDtype, type StoredArray } from './stored-array';

/** A tensor to write whose elements are not at hand yet: a model of gigabytes is not to be in memory twice. */
export interface LateTensor {
  dtype: NumericDtype;
  shape: readonly number[];
  /** Its elements in C order, little-endian. */
  read(): Uint8Array | Promise<Uint8Array>;
}

/** An array in memory as such a tensor. Throws for text, which has no one form in bytes. */
export function lateTensor(array: StoredArray): LateTensor {
  const bytes = bytesOfArray(array);
  return { dtype: array.dtype as NumericDtype, shape: array.shape, read: () => bytes };
}
