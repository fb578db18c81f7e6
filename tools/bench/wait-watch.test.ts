import { expect, test } from 'vitest';
import { WaitWatch } from './wait-watch';

const later = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

test('tells waiting from working', async () => {
  const slow = {
    size: 3,
    async *[Symbol.asyncIterator]() {
      for (const batch of [1, 2, 3]) {
        await later(30);
        yield batch;
      }
    },
  };
  const watch = new WaitWatch(slow);
  const taken: number[] = [];
  for await (const batch of watch) {
    taken.push(batch);
    await later(10);
  }
  expect([taken, watch.size, watch.resident.length]).toEqual([[1, 2, 3], 3, 1]);
  // Timers are never early, but for the rounding of a millisecond.
  expect(watch.waited).toBeGreaterThan(85);
  expect(watch.computed).toBeGreaterThan(25);
  expect(watch.computed).toBeLessThan(watch.waited);
});
