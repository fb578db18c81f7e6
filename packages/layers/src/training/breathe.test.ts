import { expect, test } from 'vitest';
import { breather } from './breathe';

test('work that breathes lets timers run, and does not wait otherwise', async () => {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks++;
  }, 1);
  const breathe = breather(5);
  expect(breathe()).toBeUndefined();
  const end = performance.now() + 60;
  while (performance.now() < end) await breathe();
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(2);
});
