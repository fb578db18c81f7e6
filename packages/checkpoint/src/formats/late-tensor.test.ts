import { expect, it } from 'vitest';
import { lateTensor } from './late-tensor';

it('gives the bytes of an array, and refuses text', () => {
  const tensor = lateTensor({ dtype: 'uint16', shape: [2], data: Uint16Array.of(1, 256) });
  expect(tensor).toMatchObject({ dtype: 'uint16', shape: [2] });
  expect(tensor.read()).toEqual(Uint8Array.of(1, 0, 0, 1));
  expect(() => lateTensor({ dtype: 'string', shape: [1], data: ['a'] })).toThrow('an array of numbers');
});
