import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { needs } from '@tenlab/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite, openSite } from './open-site';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Scheme = 'light' | 'dark';
const inColours = (pages: string[], ...schemes: Scheme[]): [page: string, schemes: Scheme[]][] =>
  pages.map((page) => [page, schemes]);

/** One page of each kind, the colours to look at it in, and some in Chinese: its pages differ in their words alone. */
const pages = [
  ...inColours(['', 'start', 'concepts', 'labs/', 'labs/mnist-digits'], 'light', 'dark'),
  ...inColours(['api/', 'api/sample-data', 'benchmarks', 'glossary', 'features'], 'light'),
  ...inColours(['zh/', 'zh/start', 'zh/labs/mnist-digits'], 'dark'),
];

describe('the built site', () => {
  const html = readdirSync(builtSite, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const addressOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
  const addresses = new Set(html.map(addressOf));

  test('every page is there in both languages', () => {
    const english = [...addresses].filter((address) => !address.startsWith('/zh/') && address !== '/404');
    expect(english.length).toBeGreaterThan(40);
    for (const address of english) expect(addresses, address).toContain(`/zh${address}`);
  });

  test('no link leads nowhere', () => {
    const dead: string[] = [];
    const texts = new Map(html.map((file) => [addressOf(file), readFileSync(join(builtSite, file), 'utf8')]));
    for (const file of html) {
      const text = texts.get(addressOf(file)) ?? '';
      for (const [, href = ''] of text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
        const { pathname, origin, hash } = new URL(href, `http://site/${file}`);
        if (origin !== 'http://site' || /\.\w+$/.test(pathname)) continue;
        if (!addresses.has(pathname)) dead.push(`${file}: ${href}`);
        else if (hash !== '' && !texts.get(pathname)?.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
          dead.push(`${file}: ${href}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

needs({ chromium: true })('pages in the browser', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  test.each(pages)(
    '/%s is well for all readers: no word of complaint, accessible in its colours (%j), fits a phone',
    async (path, schemes) => {
      const { page, problems } = await site.open(path, { viewport: { width: 390, height: 844 } });
      await page.addScriptTag({ path: axe });
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.evaluate((isDark) => document.documentElement.classList.toggle('dark', isDark), scheme === 'dark');
        // Colours change over a quarter of a second.
        await page.waitForTimeout(300);
        const violations = await page.evaluate(async () => {
          type Axe = {
            run(
              options: object,
            ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
          };
          const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
            resultTypes: ['violations'],
          });
          return violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)
                .join(' | ')}`,
          );
        });
        expect(violations, scheme).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );

  test('a lab page is light and soon there', async () => {
    const { page, problems } = await site.open('labs/mnist-digits');
    await page.waitForLoadState('networkidle');
    const { bytes, paint } = await page.evaluate(() => {
      const entries = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')];
      return {
        bytes: entries.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
      };
    });
    console.log(`a lab page: ${Math.round(bytes / 1000)} kB, first paint after ${Math.round(paint)} ms`);
    expect(bytes).toBeLessThan(600_000);
    expect(paint).toBeLessThan(1500);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['', 'Search', 'dropout', /dropout/i],
    ['zh/', '搜索', '学习率', /术语表/],
  ])('search finds its way in /%s', async (path, button, words, found) => {
    const { page, problems } = await site.open(path);
    await page.getByRole('button', { name: button }).first().click();
    await page.locator('#localsearch-input').fill(words);
    await page.locator('.VPLocalSearchBox .result').first().waitFor();
    expect((await page.locator('.VPLocalSearchBox .result').allTextContents()).join('\n')).toMatch(found);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a lab runs by keyboard alone', async () => {
    const { page } = await site.open('labs/iris');
    const run = page.locator('.live-lab button.primary').first();
    // Until the page's script runs the button is off, and cannot be focused.
    await expect.poll(() => run.isEnabled(), { timeout: 10_000 }).toBe(true);
    await run.focus();
    await page.keyboard.press('Enter');
    await page.locator('.live-lab[data-phase="running"], .live-lab[data-phase="done"]').first().waitFor();
    await page.context().close();
  });
});
