import { type Layer, Normalization, type Weight } from '@tenlab/layers';
import { fromNumbers } from '../../from-numbers';
import type { DatasetToWrite } from '../../hdf5/write/plan-hdf5';
import { isOpaque } from '../../hdf5/write/types';
import { bytesOfArray, type NumericDtype } from '../../stored-array';

/** The type that Keras holds a layer's weight in: whole numbers as they are, floats as the layer's policy tells. */
export function fileDtype(weight: Weight, layer: Layer): NumericDtype {
  if (weight.dtype === 'float32') {
    const policy = layer.dtype;
    return policy === 'float16' || policy === 'bfloat16' || policy === 'float64' ? policy : 'float32';
  }
  if (weight.dtype === 'bool') return 'bool';
  // What it has counted, Keras keeps in 64 bits.
  return layer instanceof Normalization ? 'int64' : 'int32';
}

/** A weight as a dataset of this type; it is read from the backend when its turn comes. */
export function datasetOfWeight({ value, shape }: Weight, dtype: NumericDtype): DatasetToWrite {
  return {
    dtype,
    shape,
    attributes: isOpaque(dtype) ? new Map([['dtype', dtype]]) : new Map(),
    read: async () => bytesOfArray(fromNumbers(dtype, shape, await value.data())),
  };
}

/** A variable of an optimizer as a dataset: Keras counts steps in 64 bits. */
export function datasetOfVariable(variable: Weight): DatasetToWrite {
  return datasetOfWeight(variable, variable.dtype === 'int32' ? 'int64' : 'float32');
}
