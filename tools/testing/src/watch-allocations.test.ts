import { expect, it } from 'vitest';
import { watchAllocations } from './watch-allocations';

it('tells the largest array that was asked for, and changes nothing else', () => {
  const memory = watchAllocations();
  const array = new Float64Array(100);
  expect(memory.largest).toBe(800);
  expect(array instanceof Float64Array).toBe(true);
  expect(array).toEqual(Float64Array.from({ length: 100 }, () => 0));
  memory.reset();
  new Uint8Array(array.buffer, 8, 16);
  expect(memory.largest).toBe(0);
  Int32Array.from({ length: 50 });
  expect(memory.largest).toBe(200);
  Buffer.alloc(300);
  expect(memory.largest).toBe(300);
  expect(() => new Uint8Array(2 ** 60)).toThrow(RangeError);
  expect(memory.largest).toBe(2 ** 60);
});
