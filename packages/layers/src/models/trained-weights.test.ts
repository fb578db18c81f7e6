import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Sequential } from '../index';
import { TrainedWeights } from './trained-weights';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('TrainedWeights', () => {
  test('refuses other weights than at first, until it forgets', () => {
    const layer = new Dense({ units: 1 });
    const model = new Sequential([new Dense({ units: 2, inputShape: [3] }), layer], { name: 'net' });
    const trained = new TrainedWeights();
    trained.expectSame(model);
    trained.expectSame(model);
    layer.trainable = false;
    expect(() => trained.expectSame(model)).toThrow(
      /'net': the trainable weights must be those .* Received: 2 trainable weights instead of 4. Call compile/,
    );
    trained.forget();
    expect(() => trained.expectSame(model)).not.toThrow();
  });

  test('waits for a model that has no weights yet', () => {
    const model = new Sequential([new Dense({ units: 2 })]);
    const trained = new TrainedWeights();
    trained.expectSame(model);
    model.build([null, 3]);
    expect(() => trained.expectSame(model)).not.toThrow();
  });
});
