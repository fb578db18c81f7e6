import { readFile } from 'node:fs/promises';
import { needs } from '@tenlab/testing';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finish, openSite, start } from './open-site';

needs({ chromium: true })('files of a live lab', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  test('the model, the report and the project can be taken along, and the model opened again', async () => {
    const { page, problems } = await site.open('labs/mnist-digits');
    await start(page, 'smoke');
    await finish(page);
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return { name: download.suggestedFilename(), path: await download.path() };
    };
    const model = await saved('Download the model');
    expect(model.name).toBe('mnist-digits.keras');
    const files = unzipSync(await readFile(model.path));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['config.json', 'model.weights.h5']));
    const report = await saved('Download the report');
    expect(await readFile(report.path, 'utf8')).toMatch(/^<!doctype html>/i);
    const project = unzipSync(await readFile((await saved('as a Node project')).path));
    expect(Object.keys(project)).toEqual(
      expect.arrayContaining(['tenlab-mnist-digits/run.ts', 'tenlab-mnist-digits/package.json']),
    );

    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'mine.keras', mimeType: '', buffer: await readFile(model.path) });
    await page.locator('.live-lab[data-phase="done"] .status', { hasText: 'mine.keras is open' }).waitFor();
    await page.getByRole('button', { name: 'Example 1' }).click();
    await page.locator('ol.classes li').nth(9).waitFor();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'bad.keras', mimeType: '', buffer: Buffer.from('no model') });
    await page.locator('.live-lab[data-phase="failed"]').waitFor();
    expect(await page.locator('.live-lab pre.problem').textContent()).toContain('Received:');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
