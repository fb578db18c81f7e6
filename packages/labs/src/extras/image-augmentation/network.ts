import { Adam, Conv2D, Dense, Flatten, MaxPooling2D, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/** A small convolutional network: large enough to know some hundred pictures by heart. `160 + 4,640 + 51,264 + 650 = 56,714` parameters. */
export function picturesNetwork(): Sequential {
  const model = new Sequential([
    new Conv2D({ filters: 16, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
    new MaxPooling2D(),
    new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu' }),
    new MaxPooling2D(),
    new Flatten(),
    new Dense({ units: 64, activation: 'relu' }),
    new Dense({ units: 10, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: new Adam(), loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] });
  return model;
}
