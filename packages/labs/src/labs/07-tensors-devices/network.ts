import { Adam, Dense, Sequential } from '@tenlab/layers';

/** From the two numbers of a point to the probability that it is of kind 1. `96 + 1,056 + 33 = 1,185` parameters. */
export function pointsNetwork(): Sequential {
  const model = new Sequential([
    new Dense({ units: 32, activation: 'relu', inputShape: [2] }),
    new Dense({ units: 32, activation: 'relu' }),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({ optimizer: new Adam({ learningRate: 0.01 }), loss: 'binary_crossentropy', metrics: ['accuracy'] });
  return model;
}
