import { existsSync } from 'node:fs';
import { describe, test } from 'vitest';
import { findChromium } from './find-chromium';

/** What a group of tests cannot run without. */
export interface Requirement {
  /** A Chromium that playwright-core can drive. */
  readonly chromium?: true;
  /** A file or folder outside the repository; `what` names it to people. */
  readonly path?: string | URL;
  readonly what?: string;
}

/** `describe`, or what stands in for it where something is missing. */
export type Describe = (name: string, tests: () => void) => void;

/**
 * Gives the `describe` for tests that need more than Node: where it is missing they are skipped, with the reason in their name.
 * In CI (`CI` is set) nothing may be missing: there the group becomes one failing test.
 *
 * @example
 * needs({ chromium: true })('training in the page', () => {
 *   test('…', …);
 * });
 * // without Chromium:  ↓ training in the page (skipped: no Chromium at /usr/bin/chromium, …)
 */
export function needs(requirement: Requirement): Describe {
  const missing = findMissing(requirement);
  if (missing === undefined) return (name, tests) => void describe(name, tests);
  if (isContinuousIntegration()) {
    return (name) =>
      void describe(name, () => {
        test('what it needs is there', () => {
          throw new Error(`${missing}. In CI no test may be skipped: install it in .ci/run.`);
        });
      });
  }
  return (name, tests) => void describe.skip(`${name} (skipped: ${missing})`, tests);
}

/** Whether this run must not skip anything. */
export function isContinuousIntegration(): boolean {
  return !['', '0', 'false', undefined].includes(process.env.CI);
}

function findMissing({ chromium, path, what = 'path' }: Requirement): string | undefined {
  if (chromium) {
    const found = findChromium();
    if (found.path === undefined) return found.reason;
  }
  if (path !== undefined && !existsSync(path)) return `no ${what} at ${path instanceof URL ? path.pathname : path}`;
  return undefined;
}
