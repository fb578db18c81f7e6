import { Adam, Conv2D, Dense, Flatten, MaxPooling2D, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/**
 * The course's network for digits: two convolutions that find strokes and their joints, each followed by pooling, and two
 * dense layers that weigh what was found. The last one answers in logits, one per digit: softmax belongs to the loss.
 *
 * `320 + 18,496 + 102,464 + 650 = 121,930` parameters.
 */
export function digitsNetwork(): Sequential {
  const model = new Sequential([
    new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
    new MaxPooling2D(),
    new Conv2D({ filters: 64, kernelSize: 3, activation: 'relu' }),
    new MaxPooling2D(),
    new Flatten(),
    new Dense({ units: 64, activation: 'relu' }),
    new Dense({ units: 10 }),
  ]);
  model.compile({
    optimizer: new Adam(),
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
  });
  return model;
}
