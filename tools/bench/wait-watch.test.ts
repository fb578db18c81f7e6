import { afterEach, expect, test, vi } from 'vitest';
import { WaitWatch } from './wait-watch';

afterEach(() => vi.restoreAllMocks());

/** Work that takes so many milliseconds, by a clock that nothing else moves. */
let now = 0;
const later = async (milliseconds: number) => {
  now += milliseconds;
};

test('tells waiting from working', async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
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
  expect([watch.waited, watch.computed]).toEqual([90, 30]);
});
