import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Bidirectional, Dense, GRU, LSTM, Sequential } from '../../index';

test('a GRU with dropout, one without bias and a stateful bidirectional LSTM train on wasm, compiled', async () => {
  await useBackend('wasm');
  setSeed(1);
  const x = tf.randomNormal([16, 5, 3], 0, 1, 'float32', 1);
  const y = tf.sum(x, [1, 2]);
  for (const layer of [
    new GRU({ units: 8, dropout: 0.1 }),
    new GRU({ units: 8, useBias: false }),
    new Bidirectional({ layer: new LSTM({ units: 4, stateful: true }) }),
  ]) {
    const model = new Sequential([layer, new Dense({ units: 1 })]);
    model.compile({ optimizer: 'adam', loss: 'mse' });
    const { history } = await model.fit(x, y, { batchSize: 8, epochs: 15, verbose: 0 });
    expect(history.loss?.at(-1)).toBeLessThan(history.loss?.[0] as number);
    model.dispose();
  }
});
