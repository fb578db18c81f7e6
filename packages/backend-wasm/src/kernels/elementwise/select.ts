import { Select, type TensorInfo } from '@tensorflow/tfjs-core';
import { Operation } from '../../../assembly/program/operations';
import { defineKernel, stockKernel } from '../shared/kernel';
import { compute } from './compute';

/** The kernel of `tf.where`: condition ? t : e, all of one shape, as tfjs-core has broadcast them. */
export const selectKernel = () => {
  const stock = stockKernel(Select);
  return defineKernel<{ condition: TensorInfo; t: TensorInfo; e: TensorInfo }, object>(Select, (call) => {
    const { condition, t, e } = call.inputs;
    const out = t.dtype === e.dtype && compute(call.backend, Operation.Select, [condition, t, e], t.dtype);
    return out || stock(call);
  });
};
