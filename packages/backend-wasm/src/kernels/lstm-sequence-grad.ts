import type { TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
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
 * `LSTMSequenceGrad`: the gradients of `LSTMSequence`, in the order of its inputs. `dy` belongs to its result, `sequence` is the
 * result or, with `returns` 'last', the hidden states it kept; `gates` and `carries` are what it kept besides.
 */
export const lstmSequenceGradKernel = defineKernel<
  Record<'dy' | 'sequence' | 'gates' | 'carries' | 'recurrentKernel' | 'hidden' | 'carry', TensorInfo>,
  SequenceAttributes
>('LSTMSequenceGrad', ({ inputs, attrs: { returns, backwards }, backend }) => {
  const { dy, sequence, gates, carries, recurrentKernel, hidden, carry } = inputs;
  const sizes = sequenceSizes('LSTMSequenceGrad', 4, gates, recurrentKernel, [hidden, carry]);
  const { batch, steps, units } = sizes;
  const make = (...shape: number[]) => backend.makeOutput(shape, 'float32');
  const [dSums, dHidden, dCarry] = [make(batch, steps, units * 4), make(batch, units), make(batch, units)];
  const at = (tensor: TensorInfo) => backend.address(tensor);
  const rowBytes = units * 4;
  const hiddenRowBytes = (returns === 'states' ? steps + 1 : steps) * rowBytes;
  const temporary = [
    panelBytes(units * 4, units),
    packedFloats(batch, units * 4) * 4,
    productFloats(batch, units) * 4,
    batch * steps * rowBytes,
  ];
  const dKernel = backend.device.withTemporary(temporary, (panels, packed, products, previous) => {
    backend.device.execute(
      packPanels(matrix(at(recurrentKernel), units * 4, true), panels!, units * 4, units),
      instruction(
        Opcode.LstmGradient,
        [
          ...[at(dy), panels!, at(gates), at(carries), at(carry), at(sequence), at(hidden), packed!, products!],
          ...[at(dSums), previous!, at(dHidden), at(dCarry)],
          returns === 'states' ? at(dy) + steps * rowBytes : 0,
          ...[backend.device.zeros(rowBytes), batch, steps, units, Number(backwards), hiddenRowBytes],
          ...(returns === 'last' ? [rowBytes, 0] : [hiddenRowBytes, rowBytes]),
        ],
        batch * steps * units * (units * 4 + 100),
      ),
    );
    return recurrentKernelGradient(backend, previous!, dSums, sizes);
  });
  return [dSums, dKernel, dHidden, dCarry];
});
