import { stopWasm } from '@tenlab/backend-wasm';
import { needs, runInChromium } from '@tenlab/testing';
import { afterAll, expect, test } from 'vitest';
import { type TimedTraining, timeTraining } from './time-training';

const entry = new URL('./time-in-page.ts', import.meta.url);

afterAll(() => stopWasm());

function expectCompiledAndThreaded({ backend, program }: TimedTraining): void {
  expect(backend).toEqual({ name: 'wasm', threads: 2, simd: 'relaxed-simd' });
  expect(program).toMatch(/ instructions, \d+ of them calls back into JavaScript; arena \d+ bytes$/);
  expect(program).not.toContain('runs eagerly');
}

needs({ chromium: true })('mnist-cnn in a worker of an isolated page', () => {
  // Other tests run beside this one on the same cores, so the best of some rounds counts, and a second try.
  test('is compiled, threaded, and takes at most 1.3 times what Node takes', { retry: 1 }, async () => {
    const here = await timeTraining();
    const { value: there } = await runInChromium<TimedTraining>({ entry, isolated: true });
    for (const place of [here, there]) expectCompiledAndThreaded(place);
    expect(there.loss).toBeCloseTo(here.loss, 5);
    const ratio = Math.min(...there.rounds) / Math.min(...here.rounds);
    expect(ratio, `Node ${here.rounds} ms, Chromium ${there.rounds} ms a step`).toBeLessThanOrEqual(1.3);
  });
});
