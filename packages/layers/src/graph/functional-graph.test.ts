import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Flatten, Input } from '../layers/index';
import { FunctionalGraph } from './functional-graph';
import { KerasTensor } from './keras-tensor';

beforeAll(async () => {
  await useBackend('cpu');
});

const ones = (units: number) => new Dense({ units, kernelInitializer: 'ones' });

describe('FunctionalGraph', () => {
  test('computes outputs in the form they were given in', () => {
    const x = Input({ shape: [2] });
    const graph = new FunctionalGraph('m', x, { b: ones(1).apply(x), a: [x] });
    const { a, b } = graph.run(tf.tensor2d([[1, 2]])) as { a: tf.Tensor[]; b: tf.Tensor };
    expectClose(b, [[3]]);
    expectClose(a[0] as tf.Tensor, [[1, 2]]);
  });

  test('tells shapes for other inputs without adding to the graph', () => {
    const x = Input({ shape: [null, 2] });
    const layer = new Flatten();
    const graph = new FunctionalGraph('m', x, layer.apply(x));
    const spec = graph.computeOutputSpec(new KerasTensor([5, 3, 2])) as KerasTensor;
    expect(spec.shape).toEqual([5, 6]);
    expect(layer.inboundNodes).toHaveLength(1);
  });

  test('names its inputs and outputs', () => {
    const x = Input({ shape: [2], name: 'x' });
    const graph = new FunctionalGraph('m', [x], new Dense({ units: 1, name: 'y' }).apply(x));
    expect([graph.inputNames, graph.outputNames]).toEqual([['x'], ['y']]);
  });

  test('brings inputs into its own form', () => {
    const [a, b] = [Input({ shape: [2], name: 'a' }), Input({ shape: [1], name: 'b' })];
    const graph = new FunctionalGraph('m', [a, b], [a, b]);
    const values = graph.standardize({ b: tf.tensor1d([7], 'int32'), a: tf.ones([1, 2, 1]) }) as tf.Tensor[];
    expect(values.map(({ shape, dtype }) => [shape, dtype])).toEqual([
      [[1, 2], 'float32'],
      [[1, 1], 'float32'],
    ]);
  });

  test('is made of symbolic tensors only', () => {
    expect(() => new FunctionalGraph('m', tf.zeros([1]) as never, [])).toThrow(/`inputs` must be symbolic tensors/);
    expect(() => new FunctionalGraph('m', Input({ shape: [1] }), [])).toThrow(/`outputs` must be symbolic tensors/);
  });
});
