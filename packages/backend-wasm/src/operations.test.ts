import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, test } from 'vitest';
import './gradients';
import { startWasm, stopWasm } from './register';
import { distinctNumbers, numbers } from './testing/numbers';

// Every operation that tfjs-core can differentiate, whether its kernel is ours or tfjs's own: forward as on tfjs's cpu, which its
// specs hold right, and backward against finite differences, which nothing has to be believed for.
const n = numbers;
const d = (s: number[]) => tf.add(distinctNumbers(s, 0.17), 0.05);
/** A quarter away from where rounding jumps. */
const steps = (s: number[]) => tf.add(tf.floor(numbers(s)), 0.3);
const pos = (s: number[], k = 1) => tf.add(tf.abs(numbers(s, k)), 0.3);
const unit = (s: number[]) => tf.mul(numbers(s), 0.4);
type Case = [string, (...x: tf.Tensor[]) => tf.Tensor, () => tf.Tensor[]];
const u = (name: string, f: (x: tf.Tensor) => tf.Tensor, make: (s: number[]) => tf.Tensor = d): Case[] =>
  [[3], [2, 5], [3, 7, 5]].map((s) => [`${name} ${s}`, f as never, () => [make(s)]]);
const b = (name: string, f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, make = pos): Case[] =>
  (
    [
      [[5], [5]],
      [[3, 4], [4]],
      [
        [3, 1],
        [1, 4],
      ],
      [
        [2, 3, 4],
        [3, 1],
      ],
      [[2], []],
      [
        [2, 3, 2, 2],
        [2, 1, 2, 1],
      ],
      [
        [2, 1, 3, 2, 2],
        [4, 1, 2, 2],
      ],
    ] as number[][][]
  ).map(([p, q]) => [`${name} ${p}|${q}`, f as never, () => [make(p!), make(q!, 2)]]);
const cases: Case[] = [
  ...u('abs', tf.abs),
  ...u('acos', tf.acos, unit),
  ...u('acosh', tf.acosh, (s) => tf.add(pos(s), 1)),
  ...u('asin', tf.asin, unit),
  ...u('asinh', tf.asinh),
  ...u('atan', tf.atan),
  ...u('atanh', tf.atanh, unit),
  ...u('ceil', tf.ceil, steps),
  ...u('cos', tf.cos, n),
  ...u('cosh', tf.cosh, n),
  ...u('elu', tf.elu),
  ...u('erf', tf.erf, n),
  ...u('exp', tf.exp, n),
  ...u('expm1', tf.expm1, n),
  ...u('floor', tf.floor, steps),
  ...u('leakyRelu', (x) => tf.leakyRelu(x, 0.2)),
  ...u('log', tf.log, pos),
  ...u('log1p', tf.log1p, pos),
  ...u('logSigmoid', tf.logSigmoid, n),
  ...u('neg', tf.neg),
  ...u('reciprocal', tf.reciprocal, pos),
  ...u('relu', tf.relu),
  ...u('relu6', tf.relu6, (s) => tf.add(distinctNumbers(s, 0.171), 0.0655)),
  ...u('round', tf.round, steps),
  ...u('rsqrt', tf.rsqrt, pos),
  ...u('selu', tf.selu),
  ...u('sigmoid', tf.sigmoid, n),
  ...u('sign', tf.sign),
  ...u('sin', tf.sin, n),
  ...u('sinh', tf.sinh, n),
  ...u('softplus', tf.softplus, n),
  ...u('sqrt', tf.sqrt, pos),
  ...u('square', tf.square, n),
  ...u('step', tf.step),
  ...u('tan', tf.tan, unit),
  ...u('tanh', tf.tanh, n),
  ...u('softmax', (x) => tf.softmax(x), n),
  ...u('logSoftmax', (x) => tf.logSoftmax(x), n),
  ...u('cumsum', (x) => tf.cumsum(x, 0), n),
  ...u('cumsum rev ex', (x) => tf.cumsum(x, x.rank - 1, true, true), n),
  ...u('max', (x) => tf.max(x, x.rank - 1)),
  ...u('min', (x) => tf.min(x, 0)),
  ...u('max all', (x) => tf.max(x)),
  ...u('prod', (x) => tf.prod(x, 0), n),
  ...u('logSumExp', (x) => tf.logSumExp(x, x.rank - 1), n),
  ...u('reverse', (x) => tf.reverse(x, 0)),
  ...u(
    'tile',
    (x) =>
      tf.tile(
        x,
        x.shape.map((_, i) => i + 1),
      ),
    n,
  ),
  ...u('pad', (x) => tf.pad(x, x.shape.map((_, i) => [i, 2]) as [number, number][], 3), n),
  ...u('mirrorPad r', (x) => tf.mirrorPad(x, x.shape.map(() => [1, 1]) as [number, number][], 'reflect'), n),
  ...u('mirrorPad s', (x) => tf.mirrorPad(x, x.shape.map(() => [1, 1]) as [number, number][], 'symmetric'), n),
  ...u('expandDims', (x) => tf.expandDims(x, 1), n),
  ...u('broadcastTo', (x) => tf.broadcastTo(x, [2, ...x.shape]), n),
  ...u('norm', (x) => tf.norm(x), n),
  ...u('cumprod', (x) => tf.cumprod(x, 0), n),
  ...u('unstack', (x) => tf.unstack(x, 0)[1]!, n),
  ...u('split', (x) => tf.split(tf.concat([x, x], 0), 2, 0)[1]!, n),
  ...u('stack', (x) => tf.stack([x, tf.square(x)], 1), n),
  ...u('concat', (x) => tf.concat([x, tf.square(x), x], x.rank - 1), n),
  ...b('add', tf.add),
  ...b('sub', tf.sub),
  ...b('mul', tf.mul),
  ...b('div', tf.div),
  ...b('divNoNan', tf.divNoNan),
  ...b('atan2', tf.atan2),
  ...b('maximum', tf.maximum),
  ...b('minimum', tf.minimum),
  ...b('pow', tf.pow),
  ...b('squaredDifference', tf.squaredDifference),
  [
    'batchNorm',
    ((x: tf.Tensor, m: tf.Tensor, v: tf.Tensor, o: tf.Tensor, s: tf.Tensor) =>
      tf.batchNorm(x, m as tf.Tensor1D, v as tf.Tensor1D, o as tf.Tensor1D, s as tf.Tensor1D)) as never,
    () => [n([2, 3, 2, 5]), n([5], 2), pos([5], 3), n([5], 4), n([5], 5)],
  ],
  [
    'lrn',
    ((x: tf.Tensor) => tf.localResponseNormalization(x as tf.Tensor4D, 2, 1, 0.5, 0.6)) as never,
    () => [n([2, 2, 3, 7])],
  ],
  [
    'resizeBilinear',
    ((x: tf.Tensor) => tf.image.resizeBilinear(x as tf.Tensor4D, [7, 5])) as never,
    () => [n([2, 3, 4, 3])],
  ],
  [
    'resizeBilinear down ac',
    ((x: tf.Tensor) => tf.image.resizeBilinear(x as tf.Tensor4D, [2, 3], true)) as never,
    () => [n([2, 5, 6, 2])],
  ],
  [
    'resizeBilinear half',
    ((x: tf.Tensor) => tf.image.resizeBilinear(x as tf.Tensor4D, [6, 5], false, true)) as never,
    () => [n([2, 3, 4, 2])],
  ],
  [
    'resizeNearest',
    ((x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [6, 8])) as never,
    () => [n([2, 3, 4, 3])],
  ],
  [
    'resizeNearest odd',
    ((x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [5, 7])) as never,
    () => [n([3, 3, 4, 2])],
  ],
  [
    'resizeNearest ac',
    ((x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [7, 5], true)) as never,
    () => [n([2, 3, 4, 2])],
  ],
  [
    'resizeNearest half',
    ((x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [7, 5], false, true)) as never,
    () => [n([2, 3, 4, 2])],
  ],
  [
    'resizeNearest down',
    ((x: tf.Tensor) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [2, 3])) as never,
    () => [n([2, 5, 7, 2])],
  ],
  [
    'dilation2d',
    ((x: tf.Tensor, f: tf.Tensor) => tf.dilation2d(x as tf.Tensor4D, f as tf.Tensor3D, 1, 'same')) as never,
    () => [d([2, 4, 4, 2]), n([2, 2, 2], 2)],
  ],
  [
    'spaceToBatch',
    ((x: tf.Tensor) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 1],
        ],
      )) as never,
    () => [n([2, 4, 3, 2])],
  ],
  [
    'batchToSpace',
    ((x: tf.Tensor) =>
      tf.batchToSpaceND(
        x,
        [2, 2],
        [
          [0, 0],
          [1, 0],
        ],
      )) as never,
    () => [n([8, 2, 3, 2])],
  ],
  [
    'separable',
    ((x: tf.Tensor, a: tf.Tensor, c: tf.Tensor) =>
      tf.separableConv2d(x as tf.Tensor4D, a as tf.Tensor4D, c as tf.Tensor4D, 1, 'same')) as never,
    () => [n([1, 4, 4, 2]), n([2, 2, 2, 2], 2), n([1, 1, 4, 3], 3)],
  ],
  [
    'conv1d',
    ((x: tf.Tensor, f: tf.Tensor) => tf.conv1d(x as tf.Tensor3D, f as tf.Tensor3D, 2, 'same')) as never,
    () => [n([2, 7, 3]), n([3, 3, 4], 2)],
  ],
  [
    'where',
    ((a: tf.Tensor, c: tf.Tensor) => tf.where(tf.greater(numbers([3, 4], 9), 0), a, c)) as never,
    () => [n([3, 4]), n([3, 4], 2)],
  ],
  ['oneHot/dot', ((a: tf.Tensor) => tf.dot(a, n([4, 2], 3))) as never, () => [n([3, 4])]],
  ['flipLeftRight', ((x: tf.Tensor) => tf.image.flipLeftRight(x as tf.Tensor4D)) as never, () => [n([2, 3, 4, 2])]],
  ['rgbToGrayscale', ((x: tf.Tensor) => tf.image.rgbToGrayscale(x as tf.Tensor4D)) as never, () => [n([2, 3, 4, 3])]],
  ['gramSchmidt', ((x: tf.Tensor) => tf.linalg.gramSchmidt(x as tf.Tensor2D)) as never, () => [n([3, 4])]],
  ['sce', ((x: tf.Tensor) => tf.losses.softmaxCrossEntropy(tf.oneHot([1, 0, 2], 4), x)) as never, () => [n([3, 4])]],
];
beforeAll(async () => {
  await startWasm({ threads: 2 });
});
afterAll(stopWasm);

describe('forward as on cpu', () => {
  for (const [name, f, make] of cases)
    test(name, async () => {
      const ins = make().map((t) => [t.dataSync(), t.shape] as const);
      const go = () => {
        const y = f(...ins.map(([v, s]) => tf.tensor(v, s)));
        return [y.dataSync(), y.shape] as const;
      };
      const [ours, shape] = go();
      await tf.setBackend('cpu');
      const [theirs, shape2] = go();
      await tf.setBackend('wasm');
      if (shape.join() !== shape2.join()) throw new Error(`${shape} ${shape2}`);
      expectClose(ours, theirs, { rtol: 2e-5, atol: 2e-6 });
    });
});
describe('gradient', () => {
  for (const [name, f, make] of cases)
    test(name, () => checkGradient(f, make(), { step: 2 ** -7, tolerance: 4e-3, atMost: 40 }));
});
