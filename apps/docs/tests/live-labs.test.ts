import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from '@tenlab/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite, finish, openSite, start } from './open-site';

const labs = readdirSync(join(builtSite, 'labs'))
  .filter((file) => file.endsWith('.html') && file !== 'index.html')
  .map((file) => file.replace('.html', ''));

needs({ chromium: true })('the live lab of each page', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  test('there are labs', () => {
    expect(labs).toContain('mnist-digits');
    expect(labs.length).toBeGreaterThanOrEqual(6);
  });

  test.each(labs)('%s runs to its end at smoke tier, on threads and without a word of complaint', async (lab) => {
    const { page, problems } = await site.open(`labs/${lab}`);
    await start(page, 'smoke');
    await finish(page);
    expect(await page.locator('.live-lab .status .backend').textContent()).toMatch(/wasm, \d+ threads/);
    expect(await page.locator('.live-lab .lab-figure').count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('the Chinese page says everything in Chinese', async () => {
    const { page, problems } = await site.open('zh/labs/iris');
    await start(page, 'smoke');
    await finish(page);
    expect(await page.locator('.live-lab .status').textContent()).toMatch(/完成.*个线程/s);
    expect(await page.locator('.live-lab .lab-figure figcaption').first().textContent()).toMatch(/\p{Script=Han}/u);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
