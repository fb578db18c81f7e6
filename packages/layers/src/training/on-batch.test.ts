import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Sequential, SGD } from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

const x = [[1], [2], [3], [4]];
const compiled = () => {
  const model = new Sequential([new Dense({ units: 2, inputShape: [1], kernelInitializer: 'zeros' })], { name: 's' });
  model.compile({
    optimizer: new SGD({ learningRate: 0.1 }),
    loss: 'sparse_categorical_crossentropy',
    metrics: ['accuracy'],
  });
  return model;
};

// That the numbers are Keras's is in fit.test.ts.
describe('steps on one batch', () => {
  test('start the metrics anew each time, and give them in order or by name', async () => {
    const model = compiled();
    const first = (await model.testOnBatch(x, [0, 0, 0, 1])) as number[];
    expect(first).toHaveLength(2);
    expect(await model.testOnBatch(x, [0, 0, 0, 1])).toEqual(first);
    expect(Object.keys(await model.testOnBatch(x, [0, 0, 0, 1], { returnDict: true }))).toEqual(['accuracy', 'loss']);
  });

  test('weigh classes', async () => {
    const model = compiled();
    const plain = (await model.trainOnBatch(x, [0, 0, 0, 1], { returnDict: true })).loss as number;
    const weighted = (await compiled().trainOnBatch(x, [0, 0, 0, 1], { classWeight: { 0: 2, 1: 2 }, returnDict: true }))
      .loss;
    expect(weighted).toBeCloseTo(2 * plain, 5);
  });

  test('check what they are given', async () => {
    const model = compiled();
    await expect(model.trainOnBatch(x, [0, 0, 0, 2])).rejects.toThrow(/2 at index 3/);
    await expect(model.trainOnBatch(x)).rejects.toThrow(/must be targets/);
    await expect(model.testOnBatch(x, [0, 0, 0, 1], { classWeight: {} } as never)).rejects.toThrow(/`classWeight`/);
  });
});
