import { expect, test } from 'vitest';
import { peakMemory } from './peak-memory';

test('the high-water mark in MiB', () => {
  expect(peakMemory(() => 'Name:\tnode\nVmPeak:\t 9000 kB\nVmHWM:\t  129024 kB\nVmRSS:\t 64 kB\n')).toBe(126);
});

test('without /proc, what the system tells of this process', () => {
  const least = process.resourceUsage().maxRSS / 1024;
  const peak = peakMemory(() => '');
  expect(peak).toBeGreaterThanOrEqual(least);
  expect(peak).toBeLessThan(least + 10);
});

test('it grows with what is used, and does not fall again', () => {
  const before = peakMemory();
  let block: Uint8Array | undefined = new Uint8Array(300 * 2 ** 20).fill(1);
  const during = peakMemory();
  expect(during).toBeGreaterThan(290);
  expect(during).toBeGreaterThanOrEqual(before);
  expect(block[1]).toBe(1);
  block = undefined;
  expect(peakMemory()).toBeGreaterThanOrEqual(during);
});
