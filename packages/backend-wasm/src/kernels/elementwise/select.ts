import { Select, type TensorInfo } from '@tensorflow/tfjs-core';
import { Operation } from '../../../assembly/program/operations';
import { defineKernel, stockKernel } from '../shared/kernel';
import { compute } from './compute';

/** The kernel of `tf.where`: condition ? t : e; a vector condition chooses whole rows. */
export const selectKernel = () => {
  const stock = stockKernel(Select);
  return defineKernel<{ condition: TensorInfo; t: TensorInfo; e: TensorInfo }, object>(Select, (call) => {
    const { condition, t, e } = call.inputs;
    const rows = condition.shape.length === 1 && t.shape.length > 1;
    const shape = rows ? [condition.shape[0]!, ...t.shape.slice(1).map(() => 1)] : condition.shape;
    if (t.dtype !== e.dtype) return stock(call);
    return compute(call.backend, Operation.Select, [{ ...condition, shape }, t, e], t.dtype) ?? stock(call);
  });
};
