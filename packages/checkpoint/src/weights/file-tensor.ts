import type { StoredArray } from '../formats/stored-array';

/** A tensor in a file: what it is, before its elements are read. */
export interface FileTensor {
  /** How errors and reports call it: its name in the file. */
  name: string;
  /** The type of its elements, or what stands there instead of numbers. */
  dtype: string;
  /** Null where it holds nothing. */
  shape: readonly number[] | null;
  read(): Promise<StoredArray>;
}

/** A tensor that is in memory. */
export function tensorInMemory(name: string, array: StoredArray): FileTensor {
  return { name, dtype: array.dtype, shape: array.shape, read: async () => array };
}
