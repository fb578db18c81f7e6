import { Cast, type CastAttrs, type DataType, type TensorInfo } from '@tensorflow/tfjs-core';
import { Operation } from '../../assembly/program/operations';
import { compute } from './elementwise/compute';
import { defineKernel, stockKernel } from './shared/kernel';

/** How one dtype becomes another; registers hold truth values as the integers 0 and 1. */
const conversions: Partial<Record<DataType, Partial<Record<DataType, Operation>>>> = {
  float32: { int32: Operation.FloatToInteger, bool: Operation.FloatToTruth },
  int32: { float32: Operation.IntegerToFloat, bool: Operation.IntegerToTruth },
  bool: { float32: Operation.IntegerToFloat, int32: Operation.TruthToInteger },
};

/** The kernel of `tf.cast`. To its own type a tensor is not copied; to bool everything but 0 is 1. */
export const castKernel = () => {
  const stock = stockKernel(Cast);
  return defineKernel<{ x: TensorInfo }, CastAttrs>(Cast, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const { dtype } = attrs;
    if (dtype === x.dtype) {
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype };
    }
    const operation = conversions[x.dtype]?.[dtype];
    return (operation && compute(backend, operation, [x], dtype)) ?? stock(call);
  });
};
