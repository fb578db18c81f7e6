import { readFileSync } from 'node:fs';
import { needs } from '@tenlab/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeField, openSite } from './open-site';

const solution = readFileSync(new URL('../../../packages/labs/src/labs/09-iris/solution.ts', import.meta.url), 'utf8');

needs({ chromium: true })('the exercise of a lab', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  test('is judged in the page, gives hints, is kept, and passes with a solution', async () => {
    const { page, problems } = await site.open('labs/iris');
    const box = page.locator('.lab-exercise');
    await box.getByRole('button', { name: 'Do the exercise here' }).click();
    const editor = await codeField(page, '.lab-exercise');
    await box.getByRole('button', { name: 'Check my work' }).click();
    await box.locator('.steps > .todo').waitFor();
    await box.getByRole('button', { name: 'A hint' }).click();
    expect(await box.locator('.hints').textContent()).toContain('Hint 1 of 3');
    await editor.fill(solution);
    await page.reload();
    // Who has begun finds the work as it was.
    const again = await codeField(page, '.lab-exercise');
    await expect.poll(again.text).toBe(solution);
    await box.getByRole('button', { name: 'Check my work' }).click();
    await box.getByText('All 5 steps pass').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
