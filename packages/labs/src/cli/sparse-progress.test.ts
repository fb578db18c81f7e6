import { expect, it } from 'vitest';
import { SparseProgress } from './sparse-progress';

const told = (epochs: number, ended: number) => {
  const said: string[] = [];
  const progress = new SparseProgress({ say: (line) => said.push(line) });
  progress.setParams({ epochs, steps: 1, verbose: 0 });
  for (let epoch = 0; epoch < ended; epoch++) progress.onEpochEnd(epoch, { loss: 1 / (epoch + 1) });
  progress.onTrainEnd();
  return said;
};

it('tells the first epoch, every twentieth part, and the last', () => {
  const said = told(1000, 1000);
  expect(said).toHaveLength(21);
  expect([said[0], said[1], said.at(-1)]).toEqual([
    'Epoch 1/1000 - loss: 1.0000',
    'Epoch 50/1000 - loss: 0.0200',
    'Epoch 1000/1000 - loss: 0.0010',
  ]);
});

it('tells the last epoch where training stopped early', () => {
  expect(told(1000, 63).at(-1)).toBe('Epoch 63/1000 - loss: 0.0159');
});
