import { elu, exp, sigmoid, softplus, tanh } from '../lib/exp';
import { log } from '../lib/log';
import { power } from '../lib/power';
import { Operation } from '../program/operations';

// One operation of an expression on a block of lanes. The operation is a constant wherever `binary` and `unary` are
// called, so the choice is folded away and each loop holds one instruction or two.

// @ts-ignore: decorator
@inline
function zeros(): v128 {
  return f32x4.splat(0);
}

// @ts-ignore: decorator
@inline
function ones(): v128 {
  return f32x4.splat(1);
}

// @ts-ignore: decorator
@inline
function truth(mask: v128): v128 {
  return v128.and(mask, i32x4.splat(1));
}

// @ts-ignore: decorator
@inline
function binaryLanes(operation: i32, x: v128, y: v128): v128 {
  switch (operation) {
    case Operation.Add: return f32x4.add(x, y);
    case Operation.Subtract: return f32x4.sub(x, y);
    case Operation.Multiply: return f32x4.mul(x, y);
    case Operation.Divide: return f32x4.div(x, y);
    case Operation.Maximum: return f32x4.max(x, y);
    case Operation.Minimum: return f32x4.min(x, y);
    case Operation.SquaredDifference: return f32x4.mul(f32x4.sub(x, y), f32x4.sub(x, y));
    case Operation.Equal: return truth(f32x4.eq(x, y));
    case Operation.NotEqual: return truth(f32x4.ne(x, y));
    case Operation.Greater: return truth(f32x4.gt(x, y));
    case Operation.GreaterEqual: return truth(f32x4.ge(x, y));
    case Operation.Less: return truth(f32x4.lt(x, y));
    case Operation.LessEqual: return truth(f32x4.le(x, y));
    case Operation.AddInteger: return i32x4.add(x, y);
    case Operation.SubtractInteger: return i32x4.sub(x, y);
    case Operation.MultiplyInteger: return i32x4.mul(x, y);
    case Operation.MaximumInteger: return i32x4.max_s(x, y);
    case Operation.MinimumInteger: return i32x4.min_s(x, y);
    case Operation.EqualInteger: return truth(i32x4.eq(x, y));
    case Operation.NotEqualInteger: return truth(i32x4.ne(x, y));
    case Operation.GreaterInteger: return truth(i32x4.gt_s(x, y));
    case Operation.GreaterEqualInteger: return truth(i32x4.ge_s(x, y));
    case Operation.LessInteger: return truth(i32x4.lt_s(x, y));
    case Operation.LessEqualInteger: return truth(i32x4.le_s(x, y));
    case Operation.And: return v128.and(x, y);
    case Operation.Or: return v128.or(x, y);
    case Operation.Xor: return v128.xor(x, y);
    default: return f32x4.mul(x, v128.bitselect(ones(), f32x4.add(y, ones()), f32x4.gt(y, zeros())));
  }
}

// @ts-ignore: decorator
@inline
function unaryLanes(operation: i32, x: v128): v128 {
  switch (operation) {
    case Operation.Negate: return f32x4.neg(x);
    case Operation.Absolute: return f32x4.abs(x);
    case Operation.Relu: return f32x4.max(x, zeros());
    case Operation.Relu6: return f32x4.min(f32x4.max(x, zeros()), f32x4.splat(6));
    case Operation.SquareRoot: return f32x4.sqrt(x);
    case Operation.ReciprocalSquareRoot: return f32x4.div(ones(), f32x4.sqrt(x));
    case Operation.Square: return f32x4.mul(x, x);
    case Operation.Reciprocal: return f32x4.div(ones(), x);
    case Operation.Exponential: return exp(x);
    case Operation.Logarithm: return log(x);
    case Operation.Sigmoid: return sigmoid(x);
    case Operation.Tanh: return tanh(x);
    case Operation.Elu: return elu(x);
    case Operation.Sign: return v128.or(v128.and(f32x4.gt(x, zeros()), ones()), v128.and(f32x4.lt(x, zeros()), f32x4.splat(-1)));
    case Operation.Floor: return f32x4.floor(x);
    case Operation.Ceil: return f32x4.ceil(x);
    case Operation.Round: return f32x4.nearest(x);
    case Operation.Not: return v128.xor(x, i32x4.splat(1));
    case Operation.IntegerToFloat: return f32x4.convert_i32x4_s(x);
    case Operation.FloatToInteger: return i32x4.trunc_sat_f32x4_s(x);
    case Operation.FloatToTruth: return truth(f32x4.ne(x, zeros()));
    case Operation.IntegerToTruth: return truth(i32x4.ne(x, zeros()));
    case Operation.NegateInteger: return i32x4.neg(x);
    case Operation.SquareInteger: return i32x4.mul(x, x);
    case Operation.IsNaN: return truth(f32x4.ne(x, x));
    default: return softplus(x);
  }
}

// @ts-ignore: decorator
@inline
function binary(operation: i32, a: usize, b: usize, to: usize, end: usize): void {
  for (; to < end; to += 16) {
    v128.store(to, binaryLanes(operation, v128.load(a), v128.load(b)));
    a += 16;
    b += 16;
  }
}

// @ts-ignore: decorator
@inline
function unary(operation: i32, a: usize, to: usize, end: usize): void {
  for (; to < end; to += 16) {
    v128.store(to, unaryLanes(operation, v128.load(a)));
    a += 16;
  }
}

function raise(a: usize, b: usize, to: usize, end: usize): void {
  for (; to < end; to += 4) {
    store<f32>(to, power(load<f32>(a), load<f32>(b)));
    a += 4;
    b += 4;
  }
}

function select(condition: usize, a: usize, b: usize, to: usize, end: usize): void {
  for (; to < end; to += 16) {
    const mask = i32x4.ne(v128.load(condition), zeros());
    v128.store(to, v128.bitselect(v128.load(a), v128.load(b), mask));
    condition += 16;
    a += 16;
    b += 16;
  }
}

function step(a: usize, below: v128, to: usize, end: usize): void {
  for (; to < end; to += 16) {
    const x = v128.load(a);
    const value = v128.bitselect(ones(), below, f32x4.gt(x, zeros()));
    v128.store(to, v128.bitselect(x, value, f32x4.ne(x, x)));
    a += 16;
  }
}

function clip(a: usize, low: v128, high: v128, to: usize, end: usize): void {
  for (; to < end; to += 16) {
    v128.store(to, f32x4.min(f32x4.max(v128.load(a), low), high));
    a += 16;
  }
}

function leakyRelu(a: usize, slope: v128, to: usize, end: usize): void {
  for (; to < end; to += 16) {
    const x = v128.load(a);
    v128.store(to, v128.bitselect(f32x4.mul(x, slope), x, f32x4.lt(x, zeros())));
    a += 16;
  }
}

/**
 * Computes one operation on `bytes` bytes (a multiple of 16) of the registers at a, b and c. What an operation takes as an
 * immediate float is the raw word in `immediateB` or `immediateC`.
 */
export function operate(operation: i32, a: usize, b: usize, c: usize, immediateB: i32, immediateC: i32, to: usize, bytes: usize): void {
  const end = to + bytes;
  switch (operation) {
    case Operation.Add: binary(Operation.Add, a, b, to, end); break;
    case Operation.Subtract: binary(Operation.Subtract, a, b, to, end); break;
    case Operation.Multiply: binary(Operation.Multiply, a, b, to, end); break;
    case Operation.Divide: binary(Operation.Divide, a, b, to, end); break;
    case Operation.Maximum: binary(Operation.Maximum, a, b, to, end); break;
    case Operation.Minimum: binary(Operation.Minimum, a, b, to, end); break;
    case Operation.SquaredDifference: binary(Operation.SquaredDifference, a, b, to, end); break;
    case Operation.Equal: binary(Operation.Equal, a, b, to, end); break;
    case Operation.NotEqual: binary(Operation.NotEqual, a, b, to, end); break;
    case Operation.Greater: binary(Operation.Greater, a, b, to, end); break;
    case Operation.GreaterEqual: binary(Operation.GreaterEqual, a, b, to, end); break;
    case Operation.Less: binary(Operation.Less, a, b, to, end); break;
    case Operation.LessEqual: binary(Operation.LessEqual, a, b, to, end); break;
    case Operation.AddInteger: binary(Operation.AddInteger, a, b, to, end); break;
    case Operation.SubtractInteger: binary(Operation.SubtractInteger, a, b, to, end); break;
    case Operation.MultiplyInteger: binary(Operation.MultiplyInteger, a, b, to, end); break;
    case Operation.MaximumInteger: binary(Operation.MaximumInteger, a, b, to, end); break;
    case Operation.MinimumInteger: binary(Operation.MinimumInteger, a, b, to, end); break;
    case Operation.EqualInteger: binary(Operation.EqualInteger, a, b, to, end); break;
    case Operation.NotEqualInteger: binary(Operation.NotEqualInteger, a, b, to, end); break;
    case Operation.GreaterInteger: binary(Operation.GreaterInteger, a, b, to, end); break;
    case Operation.GreaterEqualInteger: binary(Operation.GreaterEqualInteger, a, b, to, end); break;
    case Operation.LessInteger: binary(Operation.LessInteger, a, b, to, end); break;
    case Operation.LessEqualInteger: binary(Operation.LessEqualInteger, a, b, to, end); break;
    case Operation.And: binary(Operation.And, a, b, to, end); break;
    case Operation.Or: binary(Operation.Or, a, b, to, end); break;
    case Operation.Xor: binary(Operation.Xor, a, b, to, end); break;
    case Operation.EluGradient: binary(Operation.EluGradient, a, b, to, end); break;
    case Operation.Negate: unary(Operation.Negate, a, to, end); break;
    case Operation.Absolute: unary(Operation.Absolute, a, to, end); break;
    case Operation.Relu: unary(Operation.Relu, a, to, end); break;
    case Operation.Relu6: unary(Operation.Relu6, a, to, end); break;
    case Operation.SquareRoot: unary(Operation.SquareRoot, a, to, end); break;
    case Operation.ReciprocalSquareRoot: unary(Operation.ReciprocalSquareRoot, a, to, end); break;
    case Operation.Square: unary(Operation.Square, a, to, end); break;
    case Operation.Reciprocal: unary(Operation.Reciprocal, a, to, end); break;
    case Operation.Exponential: unary(Operation.Exponential, a, to, end); break;
    case Operation.Logarithm: unary(Operation.Logarithm, a, to, end); break;
    case Operation.Sigmoid: unary(Operation.Sigmoid, a, to, end); break;
    case Operation.Tanh: unary(Operation.Tanh, a, to, end); break;
    case Operation.Elu: unary(Operation.Elu, a, to, end); break;
    case Operation.Sign: unary(Operation.Sign, a, to, end); break;
    case Operation.Floor: unary(Operation.Floor, a, to, end); break;
    case Operation.Ceil: unary(Operation.Ceil, a, to, end); break;
    case Operation.Round: unary(Operation.Round, a, to, end); break;
    case Operation.Not: unary(Operation.Not, a, to, end); break;
    case Operation.IntegerToFloat: unary(Operation.IntegerToFloat, a, to, end); break;
    case Operation.FloatToInteger: unary(Operation.FloatToInteger, a, to, end); break;
    case Operation.FloatToTruth: unary(Operation.FloatToTruth, a, to, end); break;
    case Operation.IntegerToTruth: unary(Operation.IntegerToTruth, a, to, end); break;
    case Operation.NegateInteger: unary(Operation.NegateInteger, a, to, end); break;
    case Operation.SquareInteger: unary(Operation.SquareInteger, a, to, end); break;
    case Operation.IsNaN: unary(Operation.IsNaN, a, to, end); break;
    case Operation.Softplus: unary(Operation.Softplus, a, to, end); break;
    case Operation.TruthToInteger: memory.copy(to, a, bytes); break;
    case Operation.Power: raise(a, b, to, end); break;
    case Operation.Select: select(a, b, c, to, end); break;
    case Operation.Step: step(a, f32x4.splat(reinterpret<f32>(immediateB)), to, end); break;
    case Operation.Clip: clip(a, f32x4.splat(reinterpret<f32>(immediateB)), f32x4.splat(reinterpret<f32>(immediateC)), to, end); break;
    case Operation.LeakyRelu: leakyRelu(a, f32x4.splat(reinterpret<f32>(immediateB)), to, end); break;
    default: unreachable();
  }
}
