import { expect, it } from 'vitest';
import { permute } from './permute';

it('puts axes in another order', () => {
  const data = Float32Array.from({ length: 6 }, (_, index) => index);
  expect(permute(data, [2, 3], [1, 0])).toEqual({ shape: [3, 2], data: Float32Array.of(0, 3, 1, 4, 2, 5) });
  expect(permute(data, [1, 2, 3], [2, 0, 1])).toEqual({ shape: [3, 1, 2], data: Float32Array.of(0, 3, 1, 4, 2, 5) });
  expect(permute(new Float32Array(), [0, 3], [1, 0])).toEqual({ shape: [3, 0], data: new Float32Array() });
});
