import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { BackendError } from '../errors';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';

/**
 * `ThreefryUniform`: inputs `{ state: int32[3] }` (two words of key, number of calls), attributes `{ shape }`; uniform float32 in
 * [0, 1) with the bits that `@tenlab/core` describes at `ThreefryState`, on any number of threads. The state stays as it is.
 */
export const threefryUniformKernel = defineKernel<{ state: TensorInfo }, { shape: number[] }>(
  'ThreefryUniform',
  ({ inputs: { state }, attrs: { shape }, backend }) => {
    expectThreefryState('ThreefryUniform', state);
    const out = backend.makeOutput(shape, 'float32');
    const size = util.sizeFromShape(shape);
    backend.device.execute(
      instruction(Opcode.ThreefryUniform, [backend.address(state), backend.address(out), size], size * 8),
    );
    return out;
  },
);

/** Throws unless the state of a draw is one. */
export function expectThreefryState(place: string, state: TensorInfo): void {
  if (state.dtype === 'int32' && util.sizeFromShape(state.shape) === 3) return;
  throw new BackendError({
    code: 'invalid-argument',
    place,
    expected: '`state` must be three int32: two words of key and the number of calls',
    received: `${state.dtype} of shape [${state.shape}]`,
    remedy: 'Pass the state of a SeedGenerator.',
  });
}
