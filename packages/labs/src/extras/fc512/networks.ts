import { Dense, Input, Model, Sequential, SGD } from '@tenlab/layers';

/** What is trained: one network with either loss, and a deeper one written in the functional way. */
export type WideNets = { mse: Sequential; crossentropy: Sequential; functional: Model };

/** A hidden layer of 512. `401,920 + 5,130 = 407,050` parameters. */
export function wideNetwork(loss: 'mse' | 'categorical_crossentropy'): Sequential {
  const model = new Sequential([
    new Dense({ units: 512, activation: 'relu', inputShape: [784] }),
    new Dense({ units: 10, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: new SGD({ learningRate: 0.1 }), loss, metrics: ['accuracy'] });
  return model;
}

/** Two hidden layers of 64, written by calling layers on what comes from others. `50,240 + 4,160 + 650 = 55,050` parameters. */
export function functionalNetwork(): Model {
  const inputs = Input({ shape: [784] });
  const first = new Dense({ units: 64, activation: 'relu' }).apply(inputs);
  const second = new Dense({ units: 64, activation: 'relu' }).apply(first);
  const outputs = new Dense({ units: 10, activation: 'softmax' }).apply(second);
  const model = new Model({ inputs, outputs });
  model.compile({ optimizer: 'rmsprop', loss: 'categorical_crossentropy', metrics: ['accuracy'] });
  return model;
}
