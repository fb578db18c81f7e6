import { expect, test } from 'vitest';
import { Allocations } from './allocations';

test('finds the block an address starts or lies in', () => {
  const allocations = new Allocations();
  allocations.add(1000, 100);
  expect(allocations.find(1000)).toMatchObject({ address: 1000, bytes: 100 });
  expect(allocations.find(1099)).toBe(allocations.find(1000));
  expect(allocations.find(1100)).toBeUndefined();
});

test('memory given out again is another block', () => {
  const allocations = new Allocations();
  allocations.add(1000, 100);
  const first = allocations.find(1000);
  allocations.remove(1000);
  expect(allocations.find(1000)).toBeUndefined();
  allocations.add(1000, 100);
  expect(allocations.find(1000)).not.toBe(first);
});
