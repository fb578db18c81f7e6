import type { TensorInfo } from '@tensorflow/tfjs-core';
import { BackendError } from '../../errors';
import type { WasmBackend } from '../../wasm-backend';
import { matrix, noEpilogue, product } from './product';

/** What a kernel over whole sequences returns: the last output, all of them, or (LSTM) all of them and the last carry behind. */
export type Returns = 'last' | 'sequence' | 'states';

/** What kernels over whole sequences are told. */
export interface SequenceAttributes {
  readonly returns: Returns;
  /** Whether the steps are taken from the last to the first; outputs lie in the order taken. */
  readonly backwards: boolean;
}

/** The sizes of a batch of sequences. */
export interface SequenceSizes {
  readonly batch: number;
  readonly steps: number;
  readonly units: number;
}

/** Floats that a batch takes whose last tile is whole: tiles have four or six rows, and leave at most three empty. */
export function packedFloats(batch: number, columns: number): number {
  return Math.ceil(batch / 4) * 4 * columns;
}

/** Floats of the room for products: `productRow` of `assembly/lib/recurrence.ts` for each row of whole tiles. */
export function productFloats(batch: number, columns: number): number {
  return packedFloats(batch, Math.ceil(columns / 8) * 8 + 16);
}

/** The sizes of sequences of `gates` sums each. Throws when the tensors do not fit each other. */
export function sequenceSizes(
  place: string,
  gates: number,
  sums: TensorInfo,
  recurrentKernel: TensorInfo,
  states: readonly TensorInfo[],
): SequenceSizes {
  const [batch, steps, columns] = sums.shape as [number, number, number];
  const units = recurrentKernel.shape[0]!;
  const fits =
    sums.shape.length === 3 &&
    steps > 0 &&
    columns === gates * units &&
    recurrentKernel.shape.join() === `${units},${columns}` &&
    states.every(({ shape }) => shape.join() === `${batch},${units}`) &&
    [sums, recurrentKernel, ...states].every(({ dtype }) => dtype === 'float32');
  if (fits) return { batch, steps, units };
  throw new BackendError({
    code: 'invalid-argument',
    place,
    expected: `float32 sums [batch, steps, ${gates} units], recurrent kernel [units, ${gates} units] and states [batch, units], with at least one step`,
    received: [sums, recurrentKernel, ...states].map(({ dtype, shape }) => `${dtype} [${shape}]`).join(', '),
    remedy: 'Call it through a layer of @tenlab/layers.',
  });
}

/** previous^T · dSums over all steps of all rows at once, the gradient of a recurrent kernel. */
export function recurrentKernelGradient(
  backend: WasmBackend,
  previous: number,
  dSums: TensorInfo,
  { batch, steps, units }: SequenceSizes,
): TensorInfo {
  const columns = dSums.shape.at(-1)!;
  const out = backend.makeOutput([units, columns], 'float32');
  const size = { m: units, n: columns, k: batch * steps };
  const first = matrix(previous, units, true);
  product(
    backend.device,
    first,
    matrix(backend.address(dSums), columns, false),
    backend.address(out),
    size,
    noEpilogue,
  );
  return out;
}
