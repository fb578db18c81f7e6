import type { Browser, Page } from 'playwright-core';
import { bundleForBrowser } from './bundle-for-browser';
import { findChromium } from './find-chromium';
import { serve } from './serve';

export interface RunInChromiumOptions {
  /** A module whose default export is the function to run; its value must be JSON. */
  readonly entry: string | URL;
  /** Passed to the function; must be JSON. */
  readonly argument?: unknown;
  /** Whether the page is cross-origin isolated, and so may use threads. */
  readonly isolated?: boolean;
  /** In ms. */
  readonly timeout?: number;
}

export interface ChromiumResult<T> {
  readonly value: T;
  /** All that the page wrote to its console, one line each: `warning: …`. */
  readonly console: readonly string[];
}

/**
 * Runs a TypeScript function in a page of real Chromium and returns what it returns.
 * An error on the page, wherever it is thrown, is an error here: also one nobody waited for.
 *
 * @example
 * const { value } = await runInChromium<number>({ entry: new URL('./train-in-page.ts', import.meta.url), isolated: true });
 */
export async function runInChromium<T>(options: RunInChromiumOptions): Promise<ChromiumResult<T>> {
  const { entry, argument, isolated = false, timeout = 180_000 } = options;
  const files: Map<string, Uint8Array | string> = new Map(await bundleForBrowser(entry));
  files.set('/index.html', '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>test</title>');
  const server = await serve(files, { isolated });
  let browser: Browser | undefined;
  try {
    browser = await launch();
    const page = await browser.newPage();
    const seen = listen(page);
    await page.goto(server.url);
    if ((await page.evaluate(() => crossOriginIsolated)) !== isolated) {
      throw new Error(`The page must be ${isolated ? '' : 'not '}cross-origin isolated. Received: the opposite.`);
    }
    const value = await Promise.race([
      page.evaluate(call(argument)) as Promise<T>,
      seen.failed,
      expire(timeout, () => `Console so far:\n${seen.console.join('\n')}`),
    ]);
    return { value, console: seen.console };
  } finally {
    await browser?.close();
    await server.close();
  }
}

/** As text, for a bundler on our side would rewrite the import. */
function call(argument: unknown): string {
  return `import('/entry.js').then(({ default: run }) => run(${JSON.stringify(argument) ?? ''}))`;
}

async function launch(): Promise<Browser> {
  const found = findChromium();
  if (found.path === undefined) throw new Error(`Chromium is needed: ${found.reason}.`);
  // Loaded only here, for most tests need no browser.
  const { chromium } = await import('playwright-core');
  // Containers give Chromium neither the privileges for its sandbox nor a large /dev/shm.
  return chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

function listen(page: Page): { console: string[]; failed: Promise<never> } {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  const failed = new Promise<never>((_, reject) => {
    page.on('pageerror', reject);
    page.on('crash', () => reject(new Error(`The page crashed. Console:\n${lines.join('\n')}`)));
  });
  failed.catch(() => {}); // It is raced by the caller; an error after the race is over has nobody left to tell.
  return { console: lines, failed };
}

function expire(ms: number, detail: () => string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The page must finish within ${ms} ms. ${detail()}`)), ms).unref();
  });
}
