import { needs } from '@tenlab/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeField, finish, openSite, start } from './open-site';

/** Puts code at the beginning of the lab's file, as someone who types it there. */
async function prepend(page: Page, code: string): Promise<void> {
  await page.locator('details.code summary').click();
  const editor = await codeField(page);
  await editor.fill(`${code}\n${await editor.text()}`);
}

needs({ chromium: true })('code that readers edit', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  test('runs as it was changed, stands in the address, and is undone', async () => {
    const { page, problems } = await site.open('labs/iris');
    await page.locator('details.code summary').click();
    await page.locator('details.code select').selectOption({ label: 'about.ts' });
    const editor = await codeField(page);
    await expect.poll(editor.text).toContain("'iris'");
    await page.locator('details.code select').selectOption({ label: 'lab.ts' });
    await expect.poll(editor.text).toContain('defineLab');
    const lab = await editor.text();
    const marked = "    await say({ en: 'Changed by me.', zh: 'Changed by me.' });\n";
    await editor.fill(lab.replace(/(async explore\([^\n]*\{\n)/, `$1${marked}`));
    await start(page, 'smoke');
    await finish(page);
    expect(await page.locator('details.log').textContent()).toContain('Changed by me.');
    await expect.poll(() => page.url()).toContain('#code=');

    const again = await site.open(page.url().slice(site.url.length));
    const shared = await codeField(again.page);
    await expect.poll(shared.text).toContain('Changed by me.');
    await again.page.getByRole('button', { name: 'Undo all changes' }).click();
    await expect.poll(shared.text).toBe(lab);
    await expect.poll(() => again.page.url()).not.toContain('#code=');

    // An address that was cut off on its way says so, and the lab is there as it was written.
    const cut = await site.open('labs/iris#code=q1YqS8wpTVWyUirJKMmM');
    await cut.page.getByText('The changes in this address cannot be read').waitFor();
    expect(await (await codeField(cut.page)).text()).toBe(lab);
    expect([...problems, ...again.problems, ...cut.problems]).toEqual([]);
    await page.context().close();
    await again.page.context().close();
    await cut.page.context().close();
  });

  test('an endless loop is noticed, can be stopped, and leaves the page alone', async () => {
    const { page } = await site.open('labs/iris');
    await prepend(page, 'for (;;) {}');
    await start(page);
    await page.getByText('It may be in an endless loop').waitFor({ timeout: 20_000 });
    // The page answers meanwhile.
    await page.locator('details.code select').selectOption({ label: 'about.ts' });
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
    expect(await page.locator('.live-lab .status').textContent()).toContain('Stopped');
    await page.context().close();
  });

  test('code that fills its memory and does not answer is ended, and the page says why', async () => {
    const { page } = await site.open('labs/iris');
    await prepend(page, 'const all = []; for (;;) all.push({ more: [all.length] });');
    // The page's clock is moved on: half a minute of filling memory would be felt by all tests after this one.
    await page.clock.install();
    await start(page);
    await page.locator('.live-lab .status .backend').waitFor();
    await page.clock.runFor(5000);
    await page.getByText('It may be in an endless loop').waitFor();
    await page.clock.runFor(31_000);
    await page.locator('.live-lab[data-phase="stopped"]').waitFor();
    expect(await page.locator('.live-lab pre.problem').textContent()).toContain('or that keeps more and more');
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
    await page.context().close();
  });

  test('a page that was lost while edited code ran says so when it is back, once', async () => {
    const { page } = await site.open('labs/iris');
    await prepend(page, 'for (;;) {}');
    await start(page);
    await page.locator('.live-lab .status .backend').waitFor();
    // As after a crash: the page has had no word before it went.
    const mark = await page.evaluate(() => ({ ...sessionStorage }) as Record<string, string>);
    await page.reload();
    expect(await page.getByText('the whole page ended').count()).toBe(0);
    await page.evaluate((kept) => {
      for (const [key, value] of Object.entries(kept))
        addEventListener('pagehide', () => sessionStorage.setItem(key, value));
    }, mark);
    await page.reload();
    await page.getByText('the whole page ended').waitFor();
    await page.reload();
    await page.locator('.live-lab button.primary:enabled').first().waitFor();
    expect(await page.getByText('the whole page ended').count()).toBe(0);
    await page.context().close();
  });

  test.each([
    ['too much at once', 'new Float64Array(2 ** 40);', /allocation failed|Invalid typed array length/],
    ['more and more', 'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 30));', /allocation failed/],
    ['a mistake', 'nowhere();', /nowhere is not defined/],
    ['a mistake of grammar', 'const = 1;', /lab\.ts/],
  ])('memory and mistakes: %s is told, and only the worker is gone', async (_, code, told) => {
    const { page } = await site.open('labs/iris');
    await prepend(page, code);
    await start(page);
    await page.locator('.live-lab[data-phase="failed"]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.live-lab pre.problem').textContent()).toMatch(told);
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
    // The next run, of the code as it was, is as good as ever.
    await page.getByRole('button', { name: 'Undo all changes' }).click();
    await start(page, 'smoke');
    await finish(page);
    await page.context().close();
  });

  test.each([
    ['fetch', "await fetch('https://example.com/steal');", 'fetch of https://example.com/steal'],
    ['a socket', "new WebSocket('wss://example.com');", 'WebSocket to wss://example.com'],
    [
      'a worker of its own, which only the site itself can hold',
      "const text = \"fetch('https://example.com/deep').then(() => postMessage('out'), () => postMessage('in'))\";\n    const answer = await new Promise((resolve) => { new Worker(URL.createObjectURL(new Blob([text]))).onmessage = (event) => resolve(event.data); });\n    throw new Error('it stayed ' + answer);",
      'it stayed in',
    ],
  ])('the network is out of reach: %s', async (_, code, told) => {
    const { page } = await site.open('labs/iris');
    const reached: string[] = [];
    await page.context().route('https://example.com/**', (route) => {
      reached.push(route.request().url());
      return route.fulfill({ body: 'reached' });
    });
    await page.locator('details.code summary').click();
    const editor = await codeField(page);
    await editor.fill((await editor.text()).replace(/(async explore\([^\n]*\{\n)/, `$1    ${code}\n`));
    await start(page, 'smoke');
    await page.locator('.live-lab[data-phase="failed"]').waitFor();
    const problems = await page.locator('.live-lab .problem').allTextContents();
    expect(problems.join('\n')).toContain(told);
    expect(reached).toEqual([]);
    await page.context().close();
  });
});
