import { describe, expect, test } from 'vitest';
import { expectEvaluateOptions, expectFitOptions, expectPredictOptions } from './fit-options';

describe('options of fit, evaluate and predict', () => {
  test('pass where they make sense', () => {
    const options = {
      batchSize: 8,
      epochs: 0,
      verbose: 'auto',
      validationSplit: 0.2,
      shuffle: 'batch',
      validationFreq: [1, 3],
    } as const;
    expect(() => expectFitOptions('fit', { ...options, stepsPerEpoch: null })).not.toThrow();
    expect(() => expectEvaluateOptions('evaluate', { returnDict: true, steps: 3 })).not.toThrow();
    expect(() => expectPredictOptions('predict', { batchSize: 1 })).not.toThrow();
  });

  test.each([
    [{ epochs: -1 }, '`epochs` must be a whole number not below 0'],
    [{ epochs: 1.5 }, '`epochs`'],
    [{ initialEpoch: -2 }, '`initialEpoch`'],
    [{ batchSize: '32' }, '`batchSize` must be a positive integer'],
    [{ validationSplit: 1 }, '`validationSplit` must be a number from 0 to below 1'],
    [{ shuffle: 'yes' }, "`shuffle` must be true, false or 'batch'"],
    [{ validationFreq: 0 }, '`validationFreq` must be a positive integer or a list of epochs'],
    [{ validationFreq: [1.5] }, '`validationFreq`'],
    [{ verbose: true }, "`verbose` must be 0, 1, 2 or 'auto'"],
    [{ callbacks: {} }, '`callbacks` must be a list of Callback objects'],
    [3, 'the options must be a record. Received: 3'],
    [null, 'the options must be a record. Received: null'],
    [{ batch_size: 3 }, 'Did you mean `batchSize`?'],
  ])('%o: %s', (options, message) => {
    expect(() => expectFitOptions('fit', options as never)).toThrow(message);
  });

  test('of one are not those of another', () => {
    expect(() => expectEvaluateOptions('evaluate', { epochs: 3 } as never)).toThrow(/Received: `epochs`/);
    expect(() => expectPredictOptions('predict', { steps: 0 })).toThrow(/`steps` must be a positive integer/);
  });
});
