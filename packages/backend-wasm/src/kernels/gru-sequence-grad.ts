import type { TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { callKernel } from './shared/call-kernel';
import { defineKernel } from './shared/kernel';
import { matrix, packPanels, panelBytes } from './shared/product';
import {
  packedFloats,
  productFloats,
  recurrentKernelGradient,
  type SequenceAttributes,
  sequenceSizes,
} from './shared/recurrence';

/**
 * `GRUSequenceGrad`: the gradients of `GRUSequence` for projected, recurrentKernel, recurrentBias and hidden. `dy` belongs to its
 * result, `sequence` is the result or, with `returns` 'last', the hidden states it kept; `gates` is what it kept besides.
 */
export const gruSequenceGradKernel = defineKernel<
  Record<'dy' | 'sequence' | 'gates' | 'recurrentKernel' | 'hidden', TensorInfo>,
  SequenceAttributes
>('GRUSequenceGrad', ({ inputs, attrs: { returns, backwards }, backend }) => {
  const { dy, sequence, gates, recurrentKernel, hidden } = inputs;
  const make = (...shape: number[]) => backend.makeOutput(shape, 'float32');
  const [batch, steps] = sequence.shape as [number, number];
  const units = recurrentKernel.shape[0]!;
  const [dSums, dHidden] = [make(batch, steps, units * 3), make(batch, units)];
  const sizes = sequenceSizes('GRUSequenceGrad', 3, dSums, recurrentKernel, [hidden]);
  const at = (tensor: TensorInfo) => backend.address(tensor);
  const rowBytes = units * 4;
  const dRecurrent = make(batch, steps, units * 3);
  const temporary = [
    panelBytes(units * 3, units),
    packedFloats(batch, units * 3) * 4,
    productFloats(batch, units) * 4,
    batch * steps * rowBytes,
  ];
  const dKernel = backend.device.withTemporary(temporary, (panels, packed, products, previous) => {
    backend.device.execute(
      packPanels(matrix(at(recurrentKernel), units * 3, true), panels!, units * 3, units),
      instruction(
        Opcode.GruGradient,
        [
          ...[at(dy), panels!, at(gates), at(sequence), at(hidden), packed!, products!],
          ...[at(dSums), at(dRecurrent), previous!, at(dHidden), backend.device.zeros(rowBytes)],
          ...[batch, steps, units, Number(backwards)],
          ...(returns === 'last' ? [rowBytes, 0] : [steps * rowBytes, rowBytes]),
        ],
        batch * steps * units * (units * 3 + 80),
      ),
    );
    return recurrentKernelGradient(backend, previous!, dRecurrent, sizes);
  });
  const dBias = callKernel(backend, 'Sum', { x: dRecurrent }, { axis: [0, 1], keepDims: false });
  backend.disposeData(dRecurrent.dataId);
  return [dSums, dKernel, dBias, dHidden];
});
