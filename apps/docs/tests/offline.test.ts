import { needs } from '@tenlab/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finish, openSite, start } from './open-site';

needs({ chromium: true })('the service worker', () => {
  let [isolated, plain]: Awaited<ReturnType<typeof openSite>>[] = [];
  beforeAll(async () => {
    isolated = await openSite();
    plain = await openSite({ isolated: false });
  });
  afterAll(async () => {
    await isolated?.close();
    await plain?.close();
  });

  test('gives threads to a page on a plain static host', async () => {
    const { page, problems } = await plain!.open('labs/iris', { serviceWorkers: 'allow' });
    await expect
      .poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false), { timeout: 10_000 })
      .toBe(true);
    await start(page, 'smoke');
    await finish(page);
    expect(await page.locator('.live-lab .status .backend').textContent()).toMatch(/wasm, \d+ threads/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('without it a lab runs on one thread, and says why', async () => {
    const { page, problems } = await plain!.open('labs/iris');
    await start(page, 'smoke');
    await finish(page);
    expect(await page.locator('.live-lab .status .backend').textContent()).toBe('wasm, 1 thread');
    expect(await page.locator('.live-lab').textContent()).toContain('this page is not cross-origin isolated');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('keeps the site for a time without network: the page, its lab, other pages', async () => {
    const { page, problems } = await isolated!.open('labs/iris', { serviceWorkers: 'allow' });
    await start(page, 'smoke');
    await finish(page);
    const kept = () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
        return counts.reduce((sum, count) => sum + count, 0);
      });
    // All pages and scripts, some hundred files, are kept once the page rests.
    let last = -1;
    await expect
      .poll(
        async () => {
          const before = last;
          last = await kept();
          return last > 100 && last === before;
        },
        { timeout: 40_000, interval: 1500 },
      )
      .toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await start(page, 'smoke');
    await finish(page);
    await page.goto(`${isolated!.url}zh/concepts`);
    expect(await page.locator('h1').textContent()).toContain('概念');
    expect(problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await page.context().close();
  });
});
