import '@tensorflow/tfjs-backend-cpu';
import { setSeed } from '@tenlab/core';
import { BatchNormalization, Conv2D, Dense, Flatten, Sequential } from '@tenlab/layers';

/** A small model with weights that train and weights that do not. For tests only. */
export function smallModel({ units = 3, seed = 1 }: { units?: number; seed?: number } = {}): Sequential {
  setSeed(seed);
  return new Sequential([
    new Conv2D({ filters: 2, kernelSize: 2, activation: 'relu', inputShape: [4, 4, 1] }),
    new BatchNormalization(),
    new Flatten(),
    new Dense({ units }),
  ]);
}

/** The values of all weights. */
export function valuesOf(model: Sequential): number[][] {
  return model.weights.map(({ value }) => [...value.dataSync()]);
}
