import { expect, test } from 'vitest';
import { groups } from './groups';

test('names every group of a kit', () => {
  expect(Object.keys(groups).sort()).toEqual([
    'constraints',
    'initializers',
    'layers',
    'losses',
    'metrics',
    'optimizers',
    'preprocessing',
    'regularizers',
    'rnn',
    'schedules',
    'training',
  ]);
});
