import { Operation } from '../../../assembly/program/operations';
import { floatWord } from '../instruction';
import { type Code, f32x4, i32x4, v128 } from './wasm';

/** Functions of the kernels' module that generated code calls. */
export const libraryFunctions = ['elu', 'exp', 'log', 'powers', 'sigmoid', 'softplus', 'tanh'] as const;

/** One of them. */
export type LibraryFunction = (typeof libraryFunctions)[number];

/** What an operation is made of: its operands, its immediates, and a way to call the library. */
interface Operands {
  readonly x: Code;
  readonly y: Code;
  readonly z: Code;
  /** The operation's second and third words, where they are floats and not registers. */
  readonly b: Code;
  readonly c: Code;
  readonly call: (name: LibraryFunction, ...operands: readonly Code[]) => Code;
}

const zero = v128.splat(0);
const one = v128.splat(floatWord(1));
const truth = (mask: Code) => v128.and(mask, v128.splat(1));

/** The code of each operation, the same instructions as in `assembly/lib/operate.ts`; operands may be used more than once. */
export const operationCode: Record<Operation, (operands: Operands) => Code> = {
  [Operation.Add]: ({ x, y }) => f32x4.add(x, y),
  [Operation.Subtract]: ({ x, y }) => f32x4.sub(x, y),
  [Operation.Multiply]: ({ x, y }) => f32x4.mul(x, y),
  [Operation.Divide]: ({ x, y }) => f32x4.div(x, y),
  [Operation.Maximum]: ({ x, y }) => f32x4.max(x, y),
  [Operation.Minimum]: ({ x, y }) => f32x4.min(x, y),
  [Operation.SquaredDifference]: ({ x, y }) => f32x4.mul(f32x4.sub(x, y), f32x4.sub(x, y)),
  [Operation.Power]: ({ x, y, call }) => call('powers', x, y),
  [Operation.Equal]: ({ x, y }) => truth(f32x4.eq(x, y)),
  [Operation.NotEqual]: ({ x, y }) => truth(f32x4.ne(x, y)),
  [Operation.Greater]: ({ x, y }) => truth(f32x4.gt(x, y)),
  [Operation.GreaterEqual]: ({ x, y }) => truth(f32x4.ge(x, y)),
  [Operation.Less]: ({ x, y }) => truth(f32x4.lt(x, y)),
  [Operation.LessEqual]: ({ x, y }) => truth(f32x4.le(x, y)),
  [Operation.AddInteger]: ({ x, y }) => i32x4.add(x, y),
  [Operation.SubtractInteger]: ({ x, y }) => i32x4.sub(x, y),
  [Operation.MultiplyInteger]: ({ x, y }) => i32x4.mul(x, y),
  [Operation.MaximumInteger]: ({ x, y }) => i32x4.max(x, y),
  [Operation.MinimumInteger]: ({ x, y }) => i32x4.min(x, y),
  [Operation.EqualInteger]: ({ x, y }) => truth(i32x4.eq(x, y)),
  [Operation.NotEqualInteger]: ({ x, y }) => truth(i32x4.ne(x, y)),
  [Operation.GreaterInteger]: ({ x, y }) => truth(i32x4.gt(x, y)),
  [Operation.GreaterEqualInteger]: ({ x, y }) => truth(i32x4.ge(x, y)),
  [Operation.LessInteger]: ({ x, y }) => truth(i32x4.lt(x, y)),
  [Operation.LessEqualInteger]: ({ x, y }) => truth(i32x4.le(x, y)),
  [Operation.And]: ({ x, y }) => v128.and(x, y),
  [Operation.Or]: ({ x, y }) => v128.or(x, y),
  [Operation.Xor]: ({ x, y }) => v128.xor(x, y),
  [Operation.Negate]: ({ x }) => f32x4.neg(x),
  [Operation.Absolute]: ({ x }) => f32x4.abs(x),
  [Operation.Relu]: ({ x }) => f32x4.max(x, zero),
  [Operation.Relu6]: ({ x }) => f32x4.min(f32x4.max(x, zero), v128.splat(floatWord(6))),
  [Operation.Step]: ({ x, b }) => v128.bitselect(x, v128.bitselect(one, b, f32x4.gt(x, zero)), f32x4.ne(x, x)),
  [Operation.SquareRoot]: ({ x }) => f32x4.sqrt(x),
  [Operation.ReciprocalSquareRoot]: ({ x }) => f32x4.div(one, f32x4.sqrt(x)),
  [Operation.Square]: ({ x }) => f32x4.mul(x, x),
  [Operation.Reciprocal]: ({ x }) => f32x4.div(one, x),
  [Operation.Exponential]: ({ x, call }) => call('exp', x),
  [Operation.Logarithm]: ({ x, call }) => call('log', x),
  [Operation.Sigmoid]: ({ x, call }) => call('sigmoid', x),
  [Operation.Tanh]: ({ x, call }) => call('tanh', x),
  [Operation.Elu]: ({ x, call }) => call('elu', x),
  [Operation.Sign]: ({ x }) =>
    v128.or(v128.and(f32x4.gt(x, zero), one), v128.and(f32x4.lt(x, zero), v128.splat(floatWord(-1)))),
  [Operation.Floor]: ({ x }) => f32x4.floor(x),
  [Operation.Ceil]: ({ x }) => f32x4.ceil(x),
  [Operation.Round]: ({ x }) => f32x4.nearest(x),
  [Operation.Not]: ({ x }) => v128.xor(x, v128.splat(1)),
  [Operation.IntegerToFloat]: ({ x }) => f32x4.fromIntegers(x),
  [Operation.FloatToInteger]: ({ x }) => i32x4.fromFloats(x),
  [Operation.FloatToTruth]: ({ x }) => truth(f32x4.ne(x, zero)),
  [Operation.IntegerToTruth]: ({ x }) => truth(i32x4.ne(x, zero)),
  [Operation.NegateInteger]: ({ x }) => i32x4.neg(x),
  [Operation.SquareInteger]: ({ x }) => i32x4.mul(x, x),
  [Operation.Select]: ({ x, y, z }) => v128.bitselect(y, z, i32x4.ne(x, zero)),
  [Operation.EluGradient]: ({ x, y }) => f32x4.mul(x, v128.bitselect(one, f32x4.add(y, one), f32x4.gt(y, zero))),
  [Operation.Clip]: ({ x, b, c }) => f32x4.min(f32x4.max(x, b), c),
  [Operation.LeakyRelu]: ({ x, b }) => v128.bitselect(f32x4.mul(x, b), x, f32x4.lt(x, zero)),
  [Operation.IsNaN]: ({ x }) => truth(f32x4.ne(x, x)),
  [Operation.Softplus]: ({ x, call }) => call('softplus', x),
  [Operation.TruthToInteger]: ({ x }) => x,
};
