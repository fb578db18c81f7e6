import type { TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';
import { matrix, packPanels, panelBytes } from './shared/product';
import { packedFloats, productFloats, type SequenceAttributes, sequenceSizes } from './shared/recurrence';

/**
 * `GRUSequence`: a GRU with tanh and sigmoid, whose reset gate acts after the product, over whole sequences. Inputs: `projected`
 * [batch, steps, 3 units], the inputs' part of the sums of gates z, r, g with their bias; `recurrentKernel` [units, 3 units];
 * `recurrentBias` [3 units], which may be missing; the state `hidden` [batch, units] to begin with. `returns` is as in
 * `LSTMSequence`, without 'states'. With `keep` follows what `GRUSequenceGrad` needs: the hidden states (not where the result
 * is these) and the gates.
 */
export const gruSequenceKernel = defineKernel<
  { projected: TensorInfo; recurrentKernel: TensorInfo; recurrentBias?: TensorInfo; hidden: TensorInfo },
  SequenceAttributes & { keep: boolean }
>('GRUSequence', ({ inputs, attrs: { returns, backwards, keep }, backend }) => {
  const { projected, recurrentKernel, recurrentBias, hidden } = inputs;
  const { batch, steps, units } = sequenceSizes('GRUSequence', 3, projected, recurrentKernel, [hidden]);
  const make = (...shape: number[]) => backend.makeOutput(shape, 'float32');
  const at = (tensor: TensorInfo) => backend.address(tensor);
  const out = returns === 'last' ? make(batch, units) : make(batch, steps, units);
  const onlyLast = returns === 'last' && !keep;
  const sequence = returns === 'last' && keep ? make(batch, steps, units) : out;
  const kept = keep ? [make(batch, steps, units * 4)] : [];
  const bias = recurrentBias ? at(recurrentBias) : backend.device.zeros(units * 12);
  const temporary = [panelBytes(units, units * 3), packedFloats(batch, units) * 4, productFloats(batch, units * 3) * 4];
  backend.device.withTemporary(temporary, (panels, packed, products) => {
    backend.device.execute(
      packPanels(matrix(at(recurrentKernel), units * 3, false), panels!, units, units * 3),
      instruction(
        Opcode.Gru,
        [
          ...[at(projected), panels!, bias, at(hidden), packed!, products!, kept[0] ? at(kept[0]) : 0],
          ...[at(sequence), sequence === out ? 0 : at(out), batch, steps, units, Number(backwards)],
          ...(onlyLast ? [units * 4, 0] : [steps * units * 4, units * 4]),
        ],
        batch * steps * units * (units * 3 + 80),
      ),
    );
  });
  return [out, ...(sequence === out ? [] : [sequence]), ...kept];
});
