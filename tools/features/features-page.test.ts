import { readFileSync } from 'node:fs';
import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { featuresPage, type PageSources } from './features-page';
import { pagePath, pageSources } from './page-sources';

beforeAll(async () => {
  await useBackend('cpu');
});

test('FEATURES.md is what the packages export now (else: pnpm features)', () => {
  expect(readFileSync(pagePath, 'utf8')).toBe(featuresPage(pageSources()));
});

describe('a row', () => {
  /** The page for one name of a namespace. */
  function row(
    namespace: string,
    name: string,
    changes: { meaning?: string; golden?: string[]; without?: string } = {},
  ) {
    const { meaning = name, golden = [], without } = changes;
    const whole = pageSources();
    const packages = whole.packages.map(({ name: where, exports }) => ({
      name: where,
      exports: Object.fromEntries(Object.entries(exports).filter(([key]) => key !== without)),
    }));
    // The notes are of all names, so the page needs all; the name in question comes last.
    const names = { ...whole.names, [namespace]: { ...whole.names[namespace], [name]: meaning } };
    const sources: PageSources = { ...whole, packages, names, golden: new Set(golden) };
    const section = featuresPage(sources).split(`\n## ${namespace}\n`)[1]?.split('\n## ')[0];
    return section?.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
  }

  test('is green with numbers of Keras, yellow without, white when it is not exported', () => {
    expect(row('keras.layers', 'Dense', { golden: ['layers.Dense'] })).toBe('| `Dense` | `Dense` | 🟢 |  |');
    expect(row('keras.layers', 'Dense')).toBe('| `Dense` | `Dense` | 🟡 |  |');
    expect(row('keras.layers', 'Dense', { without: 'Dense' })).toBe('| `Dense` |  | ⚪ |  |');
    expect(row('keras.layers', 'Denser')).toBe('| `Denser` |  | ⚪ |  |');
  });

  test('tells aliases, other spellings, packages and namespaces', () => {
    expect(row('keras.layers', 'Convolution2D', { meaning: 'Conv2D', golden: ['layers.Conv2D'] })).toBe(
      '| `Convolution2D` | `Conv2D` | 🟢 | another name of it |',
    );
    expect(row('keras.models', 'model_from_json')).toBe('| `model_from_json` | `modelFromJSON` | 🟡 |  |');
    expect(row('keras.models', 'load_model')).toBe('| `load_model` | `loadModel` of `@tenlab/checkpoint` | 🟡 |  |');
    expect(row('keras.metrics', 'MeanSquaredError')).toBe(
      '| `MeanSquaredError` | `metrics.MeanSquaredError` | 🟡 |  |',
    );
  });

  test('tells what is found by name alone', () => {
    expect(row('keras.metrics', 'kl_divergence')).toBe("| `kl_divergence` | `'kl_divergence'` | 🟡 | by name |");
    expect(row('keras.losses', 'mean_squared_error')).toBe(
      '| `mean_squared_error` | `losses.meanSquaredError` | 🟡 |  |',
    );
  });

  test('is not made from a spelling that leads nowhere', () => {
    expect(() => row('keras.layers', 'Dense', { without: 'modelFromJSON' })).toThrow(
      'Received: modelFromJSON for keras.models.model_from_json. Correct it.',
    );
  });
});
