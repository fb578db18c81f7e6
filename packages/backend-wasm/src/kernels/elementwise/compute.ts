import { broadcast_util, type DataType, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Operation } from '../../../assembly/program/operations';
import type { WasmBackend } from '../../wasm-backend';
import { expressionInstruction, inputOf, laneOf } from './expression';

/**
 * Computes one operation over tensors that broadcast together, or nothing where their shapes need a general broadcast.
 * `immediates` are raw words that follow the tensors as operands.
 */
export function compute(
  backend: WasmBackend,
  operation: Operation,
  tensors: readonly TensorInfo[],
  dtype: DataType,
  immediates: readonly number[] = [],
): TensorInfo | undefined {
  const shape = tensors.map((tensor) => tensor.shape).reduce((a, b) => broadcast_util.assertAndGetBroadcastShape(a, b));
  const inputs = tensors.map((tensor) => inputOf(tensor, backend.address(tensor), shape));
  const lane = laneOf(dtype);
  if (lane === undefined || inputs.some((input) => input === undefined)) return undefined;
  const out = backend.makeOutput(shape, dtype);
  const size = util.sizeFromShape(shape);
  if (size === 0) return out;
  const [a = 0, b = 0, c = 0] = [...tensors.map((_, index) => index), ...immediates];
  backend.device.execute(
    expressionInstruction({
      size,
      inputs: inputs.map((input) => input!),
      operations: [{ operation, a, b, c }],
      outputs: [{ address: backend.address(out), register: tensors.length, lane }],
    }),
  );
  return out;
}
