import {
  Adam,
  Conv2D,
  Dense,
  Dropout,
  Flatten,
  MaxPooling2D,
  Sequential,
  SparseCategoricalCrossentropy,
} from '@tenlab/layers';

/**
 * LeNet after LeCun et al. 1998, with ReLU for tanh, the largest for the mean, and dropout before the answer.
 *
 * `208 + 3,216 + 78,500 + 1,010 = 82,934` parameters; dropout has none.
 */
export function leNet(): Sequential {
  const model = new Sequential([
    new Conv2D({ filters: 8, kernelSize: 5, padding: 'same', activation: 'relu', inputShape: [28, 28, 1] }),
    new MaxPooling2D(),
    new Conv2D({ filters: 16, kernelSize: 5, padding: 'same', activation: 'relu' }),
    new MaxPooling2D(),
    new Flatten(),
    new Dense({ units: 100, activation: 'relu' }),
    new Dropout({ rate: 0.25 }),
    new Dense({ units: 10, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: new Adam(), loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] });
  return model;
}
