import { describe, expect, test } from 'vitest';
import { DenseLayer } from './dense-layer';

// That it does what Dense does is in dense-network.test.ts.
describe('DenseLayer', () => {
  test('computes what the documentation says', () => {
    const layer = new DenseLayer(
      [
        [1, 2],
        [3, 4],
      ],
      [0, 1],
    );
    expect(layer.forward([[1, 1]])).toEqual([[4, 7]]);
    expect(layer.backward([[1, 0]])).toEqual([[1, 3]]);
    expect(layer.weightGradients).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(layer.biasGradients).toEqual([1, 0]);
  });

  test('learns the same where nobody asks for the gradients of its inputs', () => {
    const [asked, unasked] = [0, 1].map(() => new DenseLayer([[0.3, -0.2]], [0.1, 0.4], 'tanh')) as [
      DenseLayer,
      DenseLayer,
    ];
    for (const layer of [asked, unasked]) layer.forward([[0.7], [-1.1]]);
    asked.backward([
      [1, 2],
      [3, 4],
    ]);
    unasked.learnFrom([
      [1, 2],
      [3, 4],
    ]);
    expect([unasked.weightGradients, unasked.biasGradients]).toEqual([asked.weightGradients, asked.biasGradients]);
  });

  test('has the gradients that the values have', () => {
    const layer = new DenseLayer([[0.3, -0.2]], [0.1, 0.4], 'tanh');
    const loss = () => layer.forward([[0.7], [-1.1]]).reduce((sum, [a, b]) => sum + a! * a! + 2 * b!, 0);
    const outputs = layer.forward([[0.7], [-1.1]]);
    layer.backward(outputs.map(([a]) => [2 * a!, 2]));
    const gradients = [...layer.weightGradients.flat(), ...layer.biasGradients];
    const places = [
      ...[0, 1].map((j) => ({ row: layer.weights[0]!, j })),
      ...[0, 1].map((j) => ({ row: layer.biases, j })),
    ];
    for (const [i, { row, j }] of places.entries()) {
      const [before, h] = [row[j]!, 1e-5];
      row[j] = before + h;
      const above = loss();
      row[j] = before - h;
      const below = loss();
      row[j] = before;
      expect(gradients[i]).toBeCloseTo((above - below) / (2 * h), 8);
    }
  });

  test('refuses samples of another length', () => {
    expect(() => new DenseLayer([[1], [2]], [0]).forward([[1, 2], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: DenseLayer: each sample must have 2 numbers, one for each row of the weights. Received: one with 1. Give the data and the first layer the same number of features.]`,
    );
  });
});
