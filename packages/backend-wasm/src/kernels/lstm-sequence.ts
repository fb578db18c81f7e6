import type { TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';
import { matrix, packPanels, panelBytes } from './shared/product';
import { packedFloats, productFloats, type SequenceAttributes, sequenceSizes } from './shared/recurrence';

/**
 * `LSTMSequence`: an LSTM with tanh and sigmoid over whole sequences. Inputs: `projected` [batch, steps, 4 units], the inputs'
 * part of the sums of gates i, f, g, o with the bias; `recurrentKernel` [units, 4 units]; the states `hidden` and `carry`
 * [batch, units] to begin with. `returns` 'last' gives h after the last step [batch, units], 'sequence' those after all
 * [batch, steps, units], 'states' these with the last carry behind [batch, steps + 1, units]. With `keep` follows what
 * `LSTMSequenceGrad` needs: the hidden states (not where the result has them), the gates and the carries.
 */
export const lstmSequenceKernel = defineKernel<
  { projected: TensorInfo; recurrentKernel: TensorInfo; hidden: TensorInfo; carry: TensorInfo },
  SequenceAttributes & { keep: boolean }
>('LSTMSequence', ({ inputs, attrs: { returns, backwards, keep }, backend }) => {
  const { projected, recurrentKernel, hidden, carry } = inputs;
  const sizes = sequenceSizes('LSTMSequence', 4, projected, recurrentKernel, [hidden, carry]);
  const { batch, steps, units } = sizes;
  const make = (...shape: number[]) => backend.makeOutput(shape, 'float32');
  const length = returns === 'states' ? steps + 1 : steps;
  const out = returns === 'last' ? make(batch, units) : make(batch, length, units);
  const onlyLast = returns === 'last' && !keep;
  const sequence = returns === 'last' && keep ? make(batch, steps, units) : out;
  const kept = keep ? [make(batch, steps, units * 4), make(batch, steps, units)] : [];
  const temporary = [
    panelBytes(units, units * 4),
    packedFloats(batch, units) * 4,
    productFloats(batch, units * 4) * 4,
    ...(keep ? [] : [batch * units * 4]),
  ];
  backend.device.withTemporary(temporary, (panels, packed, products, carries) => {
    const addresses = [projected, hidden, carry].map((tensor) => backend.address(tensor));
    const [gates, keptCarries] = kept.map((tensor) => backend.address(tensor));
    const [sums, h0, c0] = addresses as [number, number, number];
    backend.device.execute(
      packPanels(matrix(backend.address(recurrentKernel), units * 4, false), panels!, units, units * 4),
      instruction(
        Opcode.Lstm,
        [
          ...[sums, panels!, h0, c0, packed!, products!, gates ?? 0, keptCarries ?? carries!],
          ...[backend.address(sequence), sequence === out ? 0 : backend.address(out)],
          returns === 'states' ? backend.address(out) + steps * units * 4 : 0,
          ...[batch, steps, units, Number(backwards), Number(keep)],
          ...(onlyLast ? [units * 4, 0] : [length * units * 4, units * 4]),
        ],
        batch * steps * units * (units * 4 + 100),
      ),
    );
  });
  return [out, ...(sequence === out ? [] : [sequence]), ...kept];
});
