import { expect, test } from 'vitest';
import { needs } from './needs';
import { runInChromium } from './run-in-chromium';

const entry = new URL('./fixtures/in-page.ts', import.meta.url);

needs({ chromium: true })('a function run in Chromium', () => {
  test('returns its value, and what it wrote to the console', async () => {
    const { value, console } = await runInChromium<number>({ entry, argument: 'sum' });
    expect(value).toBe(24);
    expect(console).toEqual(['warning: asked to sum']);
  });

  test.each([
    [true, 'function'],
    [false, 'undefined'],
  ])('has shared memory only on an isolated page: %s', async (isolated, shared) => {
    const { value } = await runInChromium({ entry, argument: 'threads', isolated });
    expect(value).toEqual({ isolated, shared });
  });

  test('rejects with an error of the page, awaited or not', async () => {
    await expect(runInChromium({ entry, argument: 'throw' })).rejects.toThrow('thrown in the page');
    await expect(runInChromium({ entry, argument: 'throw-later' })).rejects.toThrow('thrown by nobody in particular');
  });

  test('rejects when it takes too long', async () => {
    await expect(runInChromium({ entry, argument: 'hang', timeout: 5000 })).rejects.toThrow(
      'must finish within 5000 ms. Console so far:\nwarning: asked to hang',
    );
  });
});
