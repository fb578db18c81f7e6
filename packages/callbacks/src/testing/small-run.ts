import { setSeed } from '@tenlab/core';
import { type Callback, Dense, type FitOptions, type History, Sequential } from '@tenlab/layers';

/** A line to learn: 20 samples of 3 numbers. */
export const smallData = {
  x: { data: Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)), shape: [20, 3] },
  y: { data: Float32Array.from({ length: 20 }, (_, i) => Math.cos(i)), shape: [20, 1] },
};

/** A model for it. The caller disposes it. */
export function smallModel(compile: Parameters<Sequential['compile']>[0] = {}): Sequential {
  setSeed(1);
  const model = new Sequential([
    new Dense({ units: 4, activation: 'tanh', inputShape: [3], name: 'hidden' }),
    new Dense({ units: 1, name: 'out' }),
  ]);
  model.compile({ optimizer: 'sgd', loss: 'mse', metrics: ['mae'], ...compile });
  return model;
}

/** Trains it: five steps in each epoch. */
export async function smallRun(
  callbacks: Callback[],
  options: FitOptions = {},
): Promise<{ history: History; model: Sequential }> {
  const model = smallModel();
  const { x, y } = smallData;
  const history = await model.fit(x, y, { batchSize: 4, epochs: 3, verbose: 0, ...options, callbacks });
  return { history, model };
}
