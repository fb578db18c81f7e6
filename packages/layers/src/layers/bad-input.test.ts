import { TenlabError, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { flatten, type Tree } from '../graph/tree';
import { clearSession, type Layer } from '../index';
import { findClass } from '../serialization/class-registry';
import golden from './every-layer.golden.json';

interface Row {
  covers: string;
  class_name: string;
  config: Record<string, unknown>;
  inputs: { shape: number[]; dtype: string }[];
  call: string | null;
}

const rows = golden.cases as unknown as Row[];
const make = ({ class_name, config }: Row) => findClass(class_name).fromConfig({ ...config, name: 'wrong' }) as Layer;

/** What is wrong with the shapes of the inputs, the batch included, and the shapes made wrong. */
const WRONG: readonly (readonly [string, (shape: number[]) => number[]])[] = [
  ['one axis', (shape) => shape.slice(0, 1)],
  ['an axis too few', (shape) => shape.slice(0, -1)],
  ['an axis too many', (shape) => [...shape, 2]],
  ['another number of channels', (shape) => [...shape.slice(0, -1), (shape.at(-1) as number) + 1]],
];

/** Values that no layer may take for an option of the name. */
const WRONG_VALUES: Readonly<Record<string, unknown>> = {
  activation: 'odd',
  data_format: 'odd',
  dtype: 'odd',
  filters: 0,
  input_dim: -1,
  interpolation: 'odd',
  kernel_constraint: 'odd',
  kernel_initializer: 'odd',
  kernel_regularizer: 'odd',
  kernel_size: 0,
  key_dim: -1,
  num_heads: 0,
  output_dim: 0,
  padding: 'odd',
  pool_size: 0,
  rate: 2,
  recurrent_activation: 'odd',
  strides: 0,
  units: -3,
};

function apply(layer: Layer, { inputs, call }: Row, change: (shape: number[]) => number[] = (shape) => shape) {
  const tensors = inputs.map(({ shape, dtype }) => {
    const all = change([2, ...shape]);
    return dtype === 'string' ? tf.fill(all, 'a') : tf.ones(all, dtype as 'float32' | 'int32');
  });
  const [first, second] = tensors as [tf.Tensor, tf.Tensor];
  if (call !== null) return flatten(layer.apply<Tree<tf.Tensor>>(first, { [call]: second }));
  return flatten(layer.apply<Tree<tf.Tensor>>(inputs.length === 1 ? first : tensors));
}

beforeAll(async () => {
  await useBackend('cpu');
});

beforeEach(() => {
  clearSession();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs in a scope, with the layer freed after it, and holds that no tensor is left. */
function leavingNothing(row: Row, work: (layer: Layer) => void): void {
  const { numTensors } = tf.memory();
  tf.engine().startScope();
  const layer = make(row);
  try {
    work(layer);
  } finally {
    layer.dispose();
    tf.engine().endScope();
  }
  expect(tf.memory().numTensors).toBe(numTensors);
}

describe.each(rows.map((row, i) => [`${row.covers} (${i})`, row] as const))('%s', (_, row) => {
  test('refuses an option it does not know, naming itself', () => {
    const { numTensors } = tf.memory();
    const construct = () => findClass(row.class_name).fromConfig({ ...row.config, name: 'wrong', odd_option: 1 });
    expect(construct).toThrow(/'wrong'.*`oddOption`/);
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  test.each(Object.keys(row.config).filter((key) => key in WRONG_VALUES))('refuses a wrong value of %s', (key) => {
    const { numTensors } = tf.memory();
    const option = key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const construct = () =>
      findClass(row.class_name).fromConfig({ ...row.config, name: 'wrong', [key]: WRONG_VALUES[key] });
    expect(construct).toThrow(TenlabError);
    expect(construct).toThrow(new RegExp(`'wrong'.*${option}.*Received: .*(odd|-?\\d)`, 's'));
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  test.each(WRONG)('takes inputs of %s, or says what is wrong and where', (_, change) => {
    for (const isBuilt of [false, true]) {
      leavingNothing(row, (layer) => {
        if (isBuilt) apply(layer, row);
        try {
          for (const output of apply(layer, row, change)) expect(output.size).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(TenlabError);
          expect((error as TenlabError).message).toMatch(/'wrong/);
        }
      });
    }
  });
});
