import { expect, it } from 'vitest';
import { moons } from './moons-data';

it('has as many points of either moon, which lie apart on average', () => {
  const { train, counts } = moons();
  expect(counts).toEqual({ train: 120, test: 2000 });
  const mean = (label: number, coordinate: number) => {
    const own = Array.from(train.y.keys()).filter((index) => train.y[index] === label);
    return own.reduce((sum, index) => sum + train.x.data[2 * index + coordinate]!, 0) / own.length;
  };
  expect(train.y.filter((label) => label === 1)).toHaveLength(60);
  expect(mean(0, 1)).toBeGreaterThan(mean(1, 1) + 0.5);
});

it('gives the same points each time, others to test on than to learn from', () => {
  expect(moons().train).toEqual(moons().train);
  expect(moons().test.x.data.subarray(0, 10)).not.toEqual(moons().train.x.data.subarray(0, 10));
});
