import { expect, it } from 'vitest';
import { Estimate } from './estimate';

const training = (estimate: Estimate, epochs: number, steps: number | null) =>
  estimate.begin({ epochs, steps, verbose: 0 });

it('times steps after the first ones, which prepare', () => {
  const estimate = new Estimate();
  training(estimate, 10, 100);
  estimate.beginEpoch(0, 0);
  expect(estimate.endStep(1, 300)).toBeUndefined();
  expect(estimate.endStep(1, 400)).toBeUndefined();
  expect(estimate.endStep(1, 500)).toBeUndefined();
  expect(estimate.endStep(3, 520)).toBeUndefined();
  expect(estimate.endStep(11, 600)).toEqual({
    event: 'estimate',
    epochs: 10,
    steps: 989,
    ms_per_step: 10,
    seconds: 9.89,
  });
  expect(estimate.endStep(40, 900)).toBeUndefined();
});

it('takes the second epoch where one is too short, or nobody knows its steps', () => {
  for (const steps of [4, null]) {
    const estimate = new Estimate();
    training(estimate, 200, steps);
    for (const [epoch, began] of [
      [0, 0],
      [1, 300],
    ] as const) {
      estimate.beginEpoch(epoch, began);
      estimate.endStep(1, began + 1);
      expect(estimate.endStep(4, began + 90)).toBeUndefined();
      const told = estimate.endEpoch(4, began + 100);
      if (epoch === 0) expect(told).toBeUndefined();
      else expect(told).toMatchObject({ steps: 792, ms_per_step: 25, seconds: 19.8 });
    }
  }
});

it('speaks of later trainings only where they are long', () => {
  const estimate = new Estimate();
  training(estimate, 1, 4);
  training(estimate, 2, 1000);
  estimate.beginEpoch(0, 0);
  for (let go = 0; go < 3; go++) estimate.endStep(1, 0);
  expect(estimate.endStep(101, 100)).toBeUndefined();
  training(estimate, 200, 1000);
  estimate.beginEpoch(0, 0);
  for (let go = 0; go < 3; go++) estimate.endStep(1, 0);
  expect(estimate.endStep(101, 100)).toMatchObject({ seconds: expect.closeTo(199.9) });
});
