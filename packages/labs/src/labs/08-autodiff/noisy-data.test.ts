import { expect, it } from 'vitest';
import { noisyData, trueLine, trueWave } from './noisy-data';

const deviation = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

it('lies around the line and the wave, off by the noise', () => {
  const { line, wave, counts } = noisyData();
  expect(counts).toEqual({ train: 1000, test: 200 });
  const offLine = [...line.train.x].map((x, index) => line.train.y[index]! - trueLine.slope * x - trueLine.intercept);
  expect(deviation(offLine)).toBeCloseTo(1, 1);
  const offWave = [...wave.train.x].map((x, index) => wave.train.y[index]! - trueWave(x));
  expect(deviation(offWave)).toBeGreaterThan(0.14);
  expect(deviation(offWave)).toBeLessThan(0.16);
});

it('is the same each time, with other points to test on', () => {
  expect(noisyData(50)).toEqual(noisyData(50));
  const { line } = noisyData();
  expect(line.test.x.some((x) => line.train.x.includes(x))).toBe(false);
});
