import {
  Conv2D,
  Dense,
  Dropout,
  Flatten,
  MaxPooling2D,
  Sequential,
  SparseCategoricalCrossentropy,
} from '@tenlab/layers';

/** A small convolutional network for a small data set. */
export function ownNetwork(): Sequential {
  const model = new Sequential([
    new Conv2D({ filters: 16, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
    new MaxPooling2D(),
    new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu' }),
    new MaxPooling2D(),
    new Flatten(),
    new Dense({ units: 64, activation: 'relu' }),
    new Dropout({ rate: 0.3 }),
    new Dense({ units: 10, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: 'adam', loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] });
  return model;
}
