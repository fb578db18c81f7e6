import { Adam, Dense, Dropout, Input, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/**
 * The course's network for this lab: dense 512, dropout, dense 10. `401,920 + 5,130 = 407,050` parameters.
 *
 * Model and layers have names of their own, so that a second one of the same make has the same names: weights are kept by them.
 */
export function digitsNetwork(): Sequential {
  const model = new Sequential(
    [
      Input({ shape: [784] }),
      new Dense({ units: 512, activation: 'relu', name: 'hidden' }),
      new Dropout({ rate: 0.2, name: 'dropout' }),
      new Dense({ units: 10, name: 'digits' }),
    ],
    { name: 'reader' },
  );
  model.compile({
    optimizer: new Adam(),
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
  });
  return model;
}
