import * as tf from '@tensorflow/tfjs-core';
import { Operation } from '../../../assembly/program/operations';
import { floatWord } from '../../program/instruction';
import { defineKernel, stockKernel } from '../shared/kernel';
import { compute } from './compute';

/** The operation a kernel stands for, by the dtype of its input; a dtype without one is tfjs's own business. */
type UnaryOperations = { readonly float32?: Operation; readonly int32?: Operation; readonly bool?: Operation };

/** A kernel that maps a tensor element by element; `immediates` come from its attributes. */
function unaryKernel<Attributes extends object>(
  name: string,
  operations: UnaryOperations,
  { result, immediates }: { result?: tf.DataType; immediates?: (attrs: Attributes) => number[] } = {},
): tf.KernelConfig {
  const stock = stockKernel(name);
  return defineKernel<{ x: tf.TensorInfo }, Attributes>(name, (call) => {
    const { x } = call.inputs;
    const operation = operations[x.dtype as keyof UnaryOperations];
    const out = operation && compute(call.backend, operation, [x], result ?? x.dtype, immediates?.(call.attrs));
    return out ?? stock(call);
  });
}

/** Functions of one tensor. */
export const unaryKernels = (): readonly tf.KernelConfig[] => [
  unaryKernel(tf.Neg, { float32: Operation.Negate, int32: Operation.NegateInteger }),
  unaryKernel(tf.Abs, { float32: Operation.Absolute }),
  unaryKernel(tf.Relu, { float32: Operation.Relu }),
  unaryKernel(tf.Relu6, { float32: Operation.Relu6 }),
  unaryKernel<{ alpha: number }>(
    tf.Step,
    { float32: Operation.Step },
    { immediates: ({ alpha }) => [floatWord(alpha)] },
  ),
  unaryKernel<{ alpha: number }>(
    tf.LeakyRelu,
    { float32: Operation.LeakyRelu },
    { immediates: ({ alpha }) => [floatWord(alpha)] },
  ),
  unaryKernel(tf.Sqrt, { float32: Operation.SquareRoot }),
  unaryKernel(tf.Rsqrt, { float32: Operation.ReciprocalSquareRoot }),
  unaryKernel(tf.Square, { float32: Operation.Square, int32: Operation.SquareInteger }),
  unaryKernel(tf.Reciprocal, { float32: Operation.Reciprocal }),
  unaryKernel(tf.Exp, { float32: Operation.Exponential }),
  unaryKernel(tf.Log, { float32: Operation.Logarithm }),
  unaryKernel(tf.Sigmoid, { float32: Operation.Sigmoid }),
  unaryKernel(tf.Tanh, { float32: Operation.Tanh }),
  unaryKernel(tf.Softplus, { float32: Operation.Softplus }),
  unaryKernel(tf.Elu, { float32: Operation.Elu }),
  unaryKernel(tf.Sign, { float32: Operation.Sign }),
  unaryKernel(tf.Floor, { float32: Operation.Floor }),
  unaryKernel(tf.Ceil, { float32: Operation.Ceil }),
  unaryKernel(tf.Round, { float32: Operation.Round }),
  unaryKernel(tf.LogicalNot, { bool: Operation.Not }),
  unaryKernel(tf.IsNan, { float32: Operation.IsNaN }, { result: 'bool' }),
];
