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

/** The state of an optimizer in a file. */
export interface OptimizerTensors {
  /** All its variables, in their order. */
  variables: readonly FileTensor[];
  /** Where it is not among them. */
  learningRate?: FileTensor | undefined;
}

/** Tensors of a file by name, each read when it is asked for. */
export interface NamedTensors {
  tensors: ReadonlyMap<string, FileTensor>;
  /** The names in the order of the model's `weights`; undefined where the file does not say. */
  order: readonly string[] | undefined;
  /** The state of the optimizer, where the file has it. */
  optimizer?: OptimizerTensors | undefined;
  /** Lets go of files that were opened for them. */
  close(): Promise<void>;
}

/** Reads all tensors. */
export async function readAllTensors({ tensors }: Pick<NamedTensors, 'tensors'>): Promise<Map<string, StoredArray>> {
  const arrays = new Map<string, StoredArray>();
  for (const [name, tensor] of tensors) arrays.set(name, await tensor.read());
  return arrays;
}
