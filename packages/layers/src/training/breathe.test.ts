import { expect, test } from 'vitest';
import { breather } from './breathe';

test('work that breathes lets timers run, and does not wait otherwise', async () => {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks++;
  }, 1);
  expect(breather(60_000)()).toBeUndefined();
  const breathe = breather(5);
  const giveUp = performance.now() + 60_000;
  while (ticks < 3 && performance.now() < giveUp) await breathe();
  clearInterval(timer);
  expect(ticks).toBe(3);
});
