import { useBackend } from '@tenlab/core';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Dense, Sequential } from '../index';
import { formatDuration, formatMetric, ProgressLines } from './progress';

beforeAll(async () => {
  await useBackend('cpu');
});

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation(
    (line: string) => void lines.push(line.replace(/\d+s\b/g, '#s').replace(/\d+(ms|us)\b/g, '#ms')),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

const x = [[1], [2], [3], [4]];
const model = () => {
  const made = new Sequential([new Dense({ units: 1, inputShape: [1], kernelInitializer: 'ones' })]);
  made.compile({ optimizer: 'sgd', loss: 'mse' });
  return made;
};

describe('progress', () => {
  test('is one line per epoch, as in Keras with verbose=2', async () => {
    await model().fit(x, x, { epochs: 2, batchSize: 2, validationData: [x, x], verbose: 2 });
    expect(lines).toMatchInlineSnapshot(`
      [
        "Epoch 1/2",
        "2/2 - #s - #ms/step - loss: 0.0000 - val_loss: 0.0000",
        "Epoch 2/2",
        "2/2 - #s - #ms/step - loss: 0.0000 - val_loss: 0.0000",
      ]
    `);
  });

  test('is printed by evaluate and predict too, and by none of them with verbose 0', async () => {
    const made = model();
    await made.evaluate(x, x);
    await made.predict(x);
    await made.fit(x, x, { verbose: 0 });
    expect(lines).toMatchInlineSnapshot(`
      [
        "1/1 - #s - #ms/step - loss: 0.0000",
        "1/1 - #s - #ms/step",
      ]
    `);
  });

  test('is left to a callback that shows it', async () => {
    class Quiet extends ProgressLines {
      override onEpochBegin() {}
      override onEpochEnd() {}
    }
    await model().fit(x, x, { callbacks: [new Quiet()] });
    expect(lines).toEqual([]);
  });
});

test('metrics and durations are printed as in Keras', () => {
  expect([0.15034, 0, 1234.5, 0.00012, -2e-7, Number.NaN].map(formatMetric)).toEqual([
    '0.1503',
    '0.0000',
    '1234.5000',
    '1.2000e-04',
    '-2.0000e-07',
    'NaN',
  ]);
  expect([7.4, 2000, 0.45].map(formatDuration)).toEqual(['7ms', '2s', '450us']);
});
