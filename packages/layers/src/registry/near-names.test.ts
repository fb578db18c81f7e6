import { describe, expect, test } from 'vitest';
import { nearNames, plainName } from './near-names';

describe('nearNames', () => {
  test('finds a misspelt name, best first', () => {
    expect(nearNames('adamm', ['sgd', 'adam', 'adamax'])).toEqual(['adam', 'adamax']);
  });

  test('disregards case and underscores', () => {
    expect(nearNames('MeanSquaredEror', ['mean_squared_error', 'hinge'])).toEqual(['mean_squared_error']);
  });

  test('finds nothing where nothing is near', () => {
    expect(nearNames('transformer', ['sgd', 'adam'])).toEqual([]);
  });
});

describe('plainName', () => {
  test('makes the spellings of one name equal', () => {
    expect(new Set(['mean_squared_error', 'meanSquaredError', 'MeanSquaredError'].map(plainName)).size).toBe(1);
  });
});
