import { beforeEach, describe, expect, test } from 'vitest';
import { autoName, clearSession, uniqueName } from './naming';

beforeEach(() => {
  clearSession();
});

describe('names', () => {
  test('are numbered from the second on', () => {
    expect([uniqueName('dense'), uniqueName('dense'), uniqueName('flatten'), uniqueName('dense')]).toEqual([
      'dense',
      'dense_1',
      'flatten',
      'dense_2',
    ]);
  });

  test.each([
    ['Dense', 'dense'],
    ['Conv2D', 'conv2d'],
    ['MaxPooling2D', 'max_pooling2d'],
    ['GlobalAveragePooling1D', 'global_average_pooling1d'],
    ['LSTM', 'lstm'],
    ['ReLU', 're_lu'],
    ['BatchNormalization', 'batch_normalization'],
  ])('of %s are as in Keras', (className, name) => {
    expect(autoName(className)).toBe(name);
  });

  test('start again after clearSession', () => {
    autoName('Dense');
    clearSession();
    expect(autoName('Dense')).toBe('dense');
  });
});
