import { expect, it } from 'vitest';
import { bytesPerElement } from '../stored-array';
import { dtypeFromOnnx, dtypeToOnnx } from './dtypes';

it('has a number for every type, and back', () => {
  for (const dtype of [...Object.keys(bytesPerElement), 'string'] as (keyof typeof bytesPerElement)[]) {
    expect(dtypeFromOnnx(dtypeToOnnx(dtype))).toBe(dtype);
  }
  expect([0, 18, 99].map(dtypeFromOnnx)).toEqual([undefined, undefined, undefined]);
});
