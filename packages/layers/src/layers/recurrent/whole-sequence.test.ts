import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GRU, type GRUOptions } from './gru';
import { LSTM, type LSTMOptions } from './lstm';
import { hasSequenceKernel } from './whole-sequence';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Irregular numbers, the same on every backend. */
function numbers(shape: number[], seed: number): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  const values = Float32Array.from({ length: size }, (_, index) => Math.sin((index + 1) * 12.9898 + seed * 78.233));
  return tf.tensor(values, shape);
}

type Options = Partial<LSTMOptions & GRUOptions>;

/** Outputs and gradients of a layer with fixed weights on a backend, and the kernels over whole sequences that ran. */
async function run(backend: 'cpu' | 'wasm', name: 'LSTM' | 'GRU', options: Options, withStates = false) {
  await useBackend(backend);
  const runKernel = vi.spyOn(tf.engine(), 'runKernel');
  const layer = new { LSTM, GRU }[name]({ units: 5, ...options });
  const inputs = numbers([3, 4, 2], 1);
  layer.build(inputs.shape);
  for (const [index, weight] of layer.weights.entries()) weight.assign(numbers(weight.shape, index + 2));
  const states = Array.from({ length: name === 'LSTM' ? 2 : 1 }, (_, index) => numbers([3, 5], index + 7));
  const loss = (x: tf.Tensor): tf.Scalar => {
    const given = withStates ? { initialState: states, training: true } : { training: true };
    const outputs = [layer.apply<tf.Tensor | tf.Tensor[]>(x, given)].flat();
    const parts = outputs.map((output, index) => tf.sum(tf.mul(output, numbers(output.shape, index + 20))));
    return tf.addN(parts) as tf.Scalar;
  };
  const read = (tensors: tf.Tensor[]) => tensors.flatMap((tensor) => Array.from(tensor.dataSync()));
  const outputs = read(
    [layer.apply<tf.Tensor | tf.Tensor[]>(inputs, withStates ? { initialState: states } : {})].flat(),
  );
  if (layer.stateful) layer.resetStates();
  const { value, grads } = tf.variableGrads(
    () => loss(inputs),
    layer.trainableWeights.map((weight) => weight.value),
  );
  if (layer.stateful) layer.resetStates();
  const byInput = tf.grad(loss)(inputs);
  const numbersOut = { outputs, value: read([value]), weights: read(Object.values(grads)), input: read([byInput]) };
  const kernels = runKernel.mock.calls.map(([kernel]) => kernel).filter((kernel) => kernel.includes('Sequence'));
  runKernel.mockRestore();
  return { numbersOut, kernels: new Set(kernels) };
}

const same = (ours: Awaited<ReturnType<typeof run>>, theirs: Awaited<ReturnType<typeof run>>) => {
  for (const key of ['outputs', 'value', 'weights', 'input'] as const) {
    expectClose(ours.numbersOut[key], theirs.numbersOut[key], { rtol: 2e-4, atol: 2e-5 });
  }
};

const whole: Record<string, Options> = {
  'the last output': {},
  'all outputs': { returnSequences: true },
  'all outputs backwards': { returnSequences: true, goBackwards: true },
  'the states': { returnState: true },
  'all outputs and the states, backwards': { returnSequences: true, returnState: true, goBackwards: true },
  'no bias': { useBias: false },
  'kept states': { stateful: true, returnSequences: true },
  'dropped inputs': { dropout: 0.5, seed: 3, returnSequences: true },
};

// Steps laid out one by one on `cpu` give Keras's numbers: see lstm.test.ts and gru.test.ts.
describe.each(['LSTM', 'GRU'] as const)('%s over whole sequences', (name) => {
  test.each(Object.keys(whole))('gives on wasm the numbers of steps laid out: %s', async (title) => {
    const plain = await run('cpu', name, whole[title]!);
    const ours = await run('wasm', name, whole[title]!);
    expect([...ours.kernels].sort()).toEqual([`${name}Sequence`, `${name}SequenceGrad`]);
    expect(plain.kernels.size).toBe(0);
    same(ours, plain);
  });

  test('begins with given states', async () => {
    const options = { returnSequences: true, returnState: true };
    same(await run('wasm', name, options, true), await run('cpu', name, options, true));
  });

  test.each([
    { recurrentDropout: 0.5, seed: 3 },
    { activation: 'relu' },
    { recurrentActivation: 'hard_sigmoid' },
  ] as Options[])('lays the steps out for %o', async (options) => {
    const ours = await run('wasm', name, options);
    expect(ours.kernels.has(`${name}SequenceGrad`)).toBe(false);
    same(ours, await run('cpu', name, options));
  });

  test('lays the steps out for a mask', async () => {
    await useBackend('wasm');
    const runKernel = vi.spyOn(tf.engine(), 'runKernel');
    const mask = tf.tensor2d([[true, false, true]], [1, 3], 'bool');
    new ({ LSTM, GRU })[name]({ units: 2 }).apply(tf.ones([1, 3, 2]), { mask });
    expect(runKernel.mock.calls.some(([kernel]) => kernel.includes('Sequence'))).toBe(false);
  });

  test('has second derivatives', async () => {
    const second = async (backend: 'cpu' | 'wasm') => {
      await useBackend(backend);
      const layer = new { LSTM, GRU }[name]({ units: 2 });
      layer.build([1, 3, 1]);
      for (const [index, weight] of layer.weights.entries()) weight.assign(numbers(weight.shape, index + 2));
      const slope = tf.grad((x) => tf.sum(tf.square(layer.apply<tf.Tensor>(x))));
      return Array.from(
        tf
          .grad((x) => tf.sum(tf.square(slope(x))))(numbers([1, 3, 1], 1))
          .dataSync(),
      );
    };
    const ours = await second('wasm');
    expect(ours.some((value) => Math.abs(value) > 1e-3)).toBe(true);
    expectClose(ours, await second('cpu'), { rtol: 1e-3, atol: 1e-5 });
  });
});

test('knows which backend has a kernel', async () => {
  await useBackend('cpu');
  expect(hasSequenceKernel('LSTMSequence')).toBe(false);
  await useBackend('wasm');
  expect(hasSequenceKernel('LSTMSequence')).toBe(true);
});
