import { Dense, RMSprop, Sequential } from '@tenlab/layers';
import { features } from './cars-data';

/** The course's `buildModel()`: two hidden layers of 64, one number out. `640 + 4,160 + 65 = 4,865` parameters. */
export function buildModel(): Sequential {
  const model = new Sequential([
    new Dense({ units: 64, activation: 'relu', inputShape: [features.length] }),
    new Dense({ units: 64, activation: 'relu' }),
    new Dense({ units: 1 }),
  ]);
  model.compile({ optimizer: new RMSprop({ learningRate: 0.001 }), loss: 'mse', metrics: ['mae', 'mse'] });
  return model;
}
