import { Dense, Sequential, SGD } from '@tenlab/layers';

/** One neuron: `y = w · x + b`, two parameters, trained by plain gradient descent. */
export function lineNetwork(): Sequential {
  const model = new Sequential([new Dense({ units: 1, inputShape: [1] })]);
  model.compile({ optimizer: new SGD(), loss: 'mse' });
  return model;
}
