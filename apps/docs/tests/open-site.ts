import { fileURLToPath } from 'node:url';
import { findChromium } from '@tenlab/testing';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serveSite } from '../server/serve-site';

/** The built site. */
export const builtSite = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));

/** A page of the built site in real Chromium, and all that went wrong in it. */
export interface OpenPage {
  page: Page;
  url: string;
  /** Errors and warnings of the console, errors nobody caught, files that were not there, requests to other places. */
  problems: string[];
}

/** Serves the built site and opens its pages in one browser. */
export async function openSite({ isolated = true } = {}) {
  const site = await serveSite({ folder: builtSite, isolated });
  const found = findChromium();
  if (found.path === undefined) throw new Error(found.reason);
  // Containers give Chromium neither the privileges for its sandbox nor a large /dev/shm.
  // A measurement of memory collects garbage at once instead of within a minute.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--enable-blink-features=ForceEagerMeasureMemory'];
  const browser: Browser = await chromium.launch({ executablePath: found.path, args });
  return {
    url: site.url,
    browser,
    async open(path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
      // It fetches the whole site, for every context anew: only its own tests let it.
      const context = await browser.newContext({ serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      const problems = watch(page, site.url);
      await page.goto(`${site.url}${path}`);
      await page.waitForLoadState('load');
      return { page, url: site.url, problems };
    },
    async close(): Promise<void> {
      await browser.close();
      await site.close();
    },
  };
}

function watch(page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('blocked by Playwright')) return;
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const ours = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!ours) problems.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  return problems;
}

/** Waits until a live lab has come to an end; throws what it says where that is an error. */
export async function finish(page: Page, timeout = 60_000): Promise<void> {
  await page.locator('.live-lab[data-phase="done"], .live-lab[data-phase="failed"]').waitFor({ timeout });
  const problems = await page.locator('.live-lab .problem').allInnerTexts();
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Chooses how much a live lab trains and starts it. */
export async function start(page: Page, amount?: 'smoke' | 'laptop' | 'full'): Promise<void> {
  if (amount !== undefined) await page.locator('.live-lab .amount select').selectOption(amount);
  await page.locator('.live-lab button.primary').first().click();
}

/** The editor of a live lab's code, or of its exercise, once it is there: to read its text, and to type another. */
export async function codeField(page: Page, within = 'details.code') {
  const field = page.locator(`${within} .code-field`).first();
  await field.locator('.cm-content').waitFor();
  return {
    // The browser's own field stays beside the editor, with the whole text: an editor draws what fits into its window.
    text: () => field.locator('textarea').inputValue(),
    async fill(text: string): Promise<void> {
      await field.locator('.cm-content').click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
  };
}
