import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction } from '../program/instruction';
import { defineKernel } from './shared/kernel';
import { expectThreefryState } from './threefry-uniform';

/**
 * `ThreefryNormal` and `ThreefryTruncatedNormal`: as `ThreefryUniform`, but standard normal float32, the second within two standard
 * deviations, with the bits that `@tenlab/core` describes at `ThreefryState`.
 */
export const threefryNormalKernels = (['ThreefryNormal', 'ThreefryTruncatedNormal'] as const).map((name) =>
  defineKernel<{ state: TensorInfo }, { shape: number[] }>(name, ({ inputs: { state }, attrs: { shape }, backend }) => {
    expectThreefryState(name, state);
    const out = backend.makeOutput(shape, 'float32');
    const size = util.sizeFromShape(shape);
    const isCut = name === 'ThreefryTruncatedNormal' ? 1 : 0;
    const args = [backend.address(state), backend.address(out), size, isCut];
    backend.device.execute(instruction(Opcode.ThreefryNormal, args, size * 40));
    return out;
  }),
);
