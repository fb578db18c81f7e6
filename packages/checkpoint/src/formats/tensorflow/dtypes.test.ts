import { expect, it } from 'vitest';
import { bytesPerElement } from '../stored-array';
import { dtypeFromTensorFlow, dtypeToTensorFlow } from './dtypes';

it('has a number for every type, and back', () => {
  for (const dtype of [...Object.keys(bytesPerElement), 'string'] as (keyof typeof bytesPerElement)[]) {
    expect(dtypeFromTensorFlow(dtypeToTensorFlow(dtype))).toBe(dtype);
  }
});

it('does not know quantised, resource and reference types', () => {
  expect([0, 11, 20, 21, 99, 101].map(dtypeFromTensorFlow)).toEqual(Array(6).fill(undefined));
});
