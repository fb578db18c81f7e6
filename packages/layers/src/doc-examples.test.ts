import { fileURLToPath } from 'node:url';
import * as core from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  docExamples,
  freeNames,
  isShown,
  parseShown,
  runDocExample,
  showsValues,
} from '../../../tools/testing/src/doc-examples';
import * as layers from './index';

const examples = docExamples(fileURLToPath(new URL('.', import.meta.url))).filter(({ code }) => showsValues(code));

beforeAll(async () => {
  await core.useBackend('cpu');
});

beforeEach(() => {
  layers.clearSession();
  vi.spyOn(console, 'log').mockImplementation(() => {});
  tf.engine().startScope();
});

afterEach(() => {
  tf.engine().endScope();
  vi.restoreAllMocks();
});

test('most classes show what they give', () => {
  expect(examples.length).toBeGreaterThan(250);
});

describe('an example gives what it shows', () => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', async (_, { file, code }) => {
    const own = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
    const scope = { tf, ...core, ...layers, ...own };
    const unknown = freeNames(code).filter((name) => !(name in scope) && !(name in globalThis));
    expect(unknown, 'names that are neither exported nor declared').toEqual([]);
    for (const { statement, shown, value } of await runDocExample(code, scope)) {
      const { value: wanted, decimals } = parseShown(shown) as { value: unknown; decimals: number };
      if (!isShown(value, wanted, decimals)) expect({ statement, value }).toEqual({ statement, value: wanted });
    }
  });
});
