import { Dense, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/** How many hidden units are tried. */
export const sizes = [100, 200, 300] as const;

export type Size = `hidden${(typeof sizes)[number]}`;

export const nameOf = (size: (typeof sizes)[number]): Size => `hidden${size}`;

/** Inputs and outputs: the pixels of a digit, and a logit for each of ten. */
export const ends = { pixels: 784, classes: 10 };

/** The network that the arrays are, of the package's layers: what they are held against, and how they are kept. */
export function twinNetwork(hidden: number): Sequential {
  const model = new Sequential([
    new Dense({ units: hidden, activation: 'relu', inputShape: [ends.pixels] }),
    new Dense({ units: ends.classes }),
  ]);
  model.compile({
    optimizer: 'sgd',
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
  });
  return model;
}
