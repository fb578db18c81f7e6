import * as tf from '@tensorflow/tfjs-core';
import { Operation } from '../../../assembly/program/operations';
import { defineKernel, stockKernel } from '../shared/kernel';
import { compute } from './compute';

/** The operations a kernel stands for, by the dtype of its inputs; a dtype without one is tfjs's own business. */
interface BinaryOperations {
  readonly float32?: Operation;
  readonly int32?: Operation;
  readonly bool?: Operation;
}

/** A kernel that combines two tensors element by element; `result` is `'same'` as the inputs' dtype or `'bool'`. */
function binaryKernel(name: string, operations: BinaryOperations, result: 'same' | 'bool'): tf.KernelConfig {
  const stock = stockKernel(name);
  return defineKernel<{ a: tf.TensorInfo; b: tf.TensorInfo }, object>(name, (call) => {
    const { a, b } = call.inputs;
    const operation = a.dtype === b.dtype ? operations[a.dtype as keyof BinaryOperations] : undefined;
    const out = operation && compute(call.backend, operation, [a, b], result === 'bool' ? 'bool' : a.dtype);
    return out ?? stock(call);
  });
}

/** Arithmetic, comparison and logic on two tensors. */
export const binaryKernels = (): readonly tf.KernelConfig[] => [
  binaryKernel(tf.Add, { float32: Operation.Add, int32: Operation.AddInteger }, 'same'),
  binaryKernel(tf.Sub, { float32: Operation.Subtract, int32: Operation.SubtractInteger }, 'same'),
  binaryKernel(tf.Multiply, { float32: Operation.Multiply, int32: Operation.MultiplyInteger }, 'same'),
  binaryKernel(tf.RealDiv, { float32: Operation.Divide }, 'same'),
  binaryKernel(tf.Maximum, { float32: Operation.Maximum, int32: Operation.MaximumInteger }, 'same'),
  binaryKernel(tf.Minimum, { float32: Operation.Minimum, int32: Operation.MinimumInteger }, 'same'),
  binaryKernel(tf.SquaredDifference, { float32: Operation.SquaredDifference }, 'same'),
  binaryKernel(tf.Pow, { float32: Operation.Power }, 'same'),
  binaryKernel(
    tf.Equal,
    { float32: Operation.Equal, int32: Operation.EqualInteger, bool: Operation.EqualInteger },
    'bool',
  ),
  binaryKernel(
    tf.NotEqual,
    { float32: Operation.NotEqual, int32: Operation.NotEqualInteger, bool: Operation.NotEqualInteger },
    'bool',
  ),
  binaryKernel(
    tf.Greater,
    { float32: Operation.Greater, int32: Operation.GreaterInteger, bool: Operation.GreaterInteger },
    'bool',
  ),
  binaryKernel(
    tf.GreaterEqual,
    { float32: Operation.GreaterEqual, int32: Operation.GreaterEqualInteger, bool: Operation.GreaterEqualInteger },
    'bool',
  ),
  binaryKernel(tf.Less, { float32: Operation.Less, int32: Operation.LessInteger, bool: Operation.LessInteger }, 'bool'),
  binaryKernel(
    tf.LessEqual,
    { float32: Operation.LessEqual, int32: Operation.LessEqualInteger, bool: Operation.LessEqualInteger },
    'bool',
  ),
  binaryKernel(tf.LogicalAnd, { bool: Operation.And }, 'bool'),
  binaryKernel(tf.LogicalOr, { bool: Operation.Or }, 'bool'),
];
