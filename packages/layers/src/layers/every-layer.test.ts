import { setSeed, TenlabError, useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { compareConfigs } from '../../../../tools/conformance/configs';
import { getMask, setMask } from '../graph/masks';
import { flatten, type Tree } from '../graph/tree';
import * as api from '../index';
import { Concatenate, clearSession, Dense, Flatten, Input, type KerasTensor, Layer, Model, SGD } from '../index';
import { findClass } from '../serialization/class-registry';
import { watchPrograms } from '../testing/watch-programs';
import { shapesOf } from './call-layer';
import golden from './every-layer.golden.json';

/** A layer, and what Keras says of it: see make_every_layer.py. */
interface Row {
  covers: string;
  class_name: string;
  config: Record<string, unknown>;
  inputs: { shape: number[]; dtype: 'float32' | 'int32' | 'string' }[];
  call: string | null;
  learns: boolean;
  outputs: { shape: (number | null)[]; dtype: string }[];
  weights: { path: string; shape: number[]; trainable: boolean }[];
  mask?: boolean[][] | 'refused' | null;
}

const rows = golden.cases as unknown as Row[];
const named = rows.map((row, i) => [`${row.covers} (${i})`, row] as const);

/** Layers without a row, each with the reason. */
const WITHOUT_ROW: Readonly<Record<string, string>> = {
  InputLayer: 'is called on nothing; every row has one in front',
  Lambda: 'Keras writes the function of its own into the config, which is Python',
  Layer: 'is abstract',
  Model: 'is tested as a model',
  RNNCell: 'is abstract',
  Sequential: 'is tested as a model',
};

/** Layers that look numbers up in JavaScript, where hashes of 64 bits and tables are: a step with them is no program. */
const ON_HOST = ['Hashing', 'HashedCrossing', 'IntegerLookup'];

const make = ({ class_name, config }: Row) => findClass(class_name).fromConfig(config) as Layer;

/** The inputs of a layer in the form of its call. */
function feed<T extends tf.Tensor | KerasTensor>(
  { call }: Row,
  tensors: T[],
): { inputs: T | T[]; options: Record<string, T> } {
  const [first, second] = tensors as [T, T];
  if (call !== null) return { inputs: first, options: { [call]: second } };
  return { inputs: tensors.length === 1 ? first : tensors, options: {} };
}

const symbolic = (row: Row) => row.inputs.map(({ shape, dtype }) => Input({ shape, dtype }));

function sample({ inputs }: Row, count: number): tf.Tensor[] {
  return inputs.map(({ shape, dtype }, i) => {
    const all = [count, ...shape];
    if (dtype === 'string') return tf.fill(all, 'a b');
    if (dtype === 'int32') return tf.cast(tf.randomUniform(all, 0, 4, 'float32', i + 1), 'int32');
    return tf.randomUniform(all, 0, 1, 'float32', i + 1);
  });
}

/** Keras has whole numbers of many widths, and TF.js one. */
const ourDtype = (dtype: string) => (dtype.startsWith('int') || dtype.startsWith('uint') ? 'int32' : dtype);

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
});

beforeEach(() => {
  clearSession();
  setSeed(1);
  vi.spyOn(console, 'warn').mockImplementation(() => {}); // layers that drop a mask say so
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('every layer among the exports has a row', () => {
  const exported = Object.values(api as Record<string, unknown>)
    .filter((value): value is typeof Layer => typeof value === 'function' && isLayerClass(value))
    .map(({ className }) => className);
  const covered = new Set(rows.map(({ covers }) => covers));
  expect([...new Set(exported)].filter((name) => !covered.has(name)).sort()).toEqual(Object.keys(WITHOUT_ROW));
});

function isLayerClass(value: object): boolean {
  return value === Layer || (value as { prototype?: unknown }).prototype instanceof Layer;
}

describe.each(named)('%s', (_, row) => {
  test("has Keras's config, weights, shapes and types, and leaves nothing", () => {
    const { numTensors } = tf.memory();
    tf.engine().startScope();
    const layer = make(row);
    expect(compareConfigs(layer.getConfig(), row.config)).toMatchObject({ excess: 0 });
    const { inputs, options } = feed(row, symbolic(row));
    const outputs = flatten(layer.apply<Tree<KerasTensor>>(inputs, options));
    expect(outputs.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
      row.outputs.map(({ shape, dtype }) => ({ shape, dtype: ourDtype(dtype) })),
    );
    expect(layer.weights.map(({ path, shape, trainable }) => ({ path, shape, trainable }))).toEqual(row.weights);

    const given = feed(row, sample(row, 2));
    const real = flatten(layer.apply<Tree<tf.Tensor>>(given.inputs, given.options));
    const known = ({ shape }: { shape: readonly (number | null)[] }) => shape.map((length) => length ?? 2);
    expect(real.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
      row.outputs.map((output) => ({ shape: known(output), dtype: ourDtype(output.dtype) })),
    );
    const optionShapes = row.call ? { [row.call]: shapesOf(given.options[row.call] as tf.Tensor) } : {};
    const computed = layer.computeOutputShape(shapesOf(given.inputs), optionShapes as never);
    expect(real.map(({ shape }) => shape)).toEqual(real.length === 1 ? [computed] : computed);
    layer.dispose();
    tf.engine().endScope();
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  if (row.mask !== undefined)
    test('does with a mask what Keras does', () => {
      tf.engine().startScope();
      const values = row.inputs.map(({ shape }) => tf.fill([2, ...shape], 0.5));
      const steps = row.inputs[0]?.shape[0] as number;
      const mask = [0, 1].map((i) => Array.from({ length: steps }, (_, step) => i === 0 || step < steps - 1));
      setMask(values[0] as tf.Tensor, tf.tensor2d(mask, [2, steps], 'bool'));
      const { inputs, options } = feed(row, values);
      const layer = make(row);
      if (row.mask === 'refused') {
        expect(() => layer.apply(inputs, options)).toThrow(TenlabError);
      } else {
        const [output] = flatten(layer.apply<Tree<tf.Tensor>>(inputs, options));
        const passed = getMask(output as tf.Tensor);
        expect(passed && Array.from(passed.dataSync(), Boolean)).toEqual(row.mask?.flat() ?? null);
      }
      layer.dispose();
      tf.engine().endScope();
    });

  // Texts are not in the memory of a device, and no program can be made of them.
  const isOfNumbers = row.inputs.every(({ dtype }) => dtype !== 'string');
  if (isOfNumbers)
    test('trains compiled as it does eagerly', async () => {
      const eager = await train(row, true);
      const compiled = await train(row, false);
      const expected = ON_HOST.includes(row.covers) ? /^runs eagerly: it reads the values/ : /^compiled$/;
      expect(compiled.outcomes.length).toBeGreaterThan(0);
      for (const outcome of compiled.outcomes) expect(outcome).toMatch(expected);
      expectClose(compiled.losses, eager.losses, { rtol: 1e-4, atol: 1e-5 });
      for (const [i, weight] of compiled.weights.entries()) {
        expectClose(weight, eager.weights[i] as Float32Array, { rtol: 1e-4, atol: 1e-5 });
      }
      expect(compiled.kept).toBe(0);
    });
});

/** Eight steps with layers that learn in front, where gradients go through, and behind. */
async function train(row: Row, runEagerly: boolean) {
  clearSession();
  setSeed(2);
  const inputs = symbolic(row);
  const features = inputs.map((input, i) =>
    row.learns ? new Dense({ units: input.shape.at(-1) as number, name: `front_${i}` }).apply(input) : input,
  );
  const given = feed(row, features);
  const outputs = flatten(make(row).apply<Tree<KerasTensor>>(given.inputs, given.options));
  const flat = outputs.map((output, i) => new Flatten({ name: `flat_${i}` }).apply(output));
  const joined = flat.length === 1 ? (flat[0] as KerasTensor) : new Concatenate({ name: 'all' }).apply(flat);
  const model = new Model({ inputs, outputs: new Dense({ units: 1, name: 'head' }).apply(joined) });
  const data = sample(row, 8);
  const x = data.length === 1 ? (data[0] as tf.Tensor) : data;
  const y = tf.reshape(tf.linspace(0, 1, 8), [8, 1]);
  const programs = watchPrograms();
  model.compile({ optimizer: new SGD({ learningRate: 0.01, clipnorm: 1 }), loss: 'mse', runEagerly });
  const fit = () => model.fit(x, y, { batchSize: 2, epochs: 2, shuffle: false, verbose: 0 });
  const { history } = await fit();
  const before = tf.memory().numTensors;
  await fit();
  const kept = tf.memory().numTensors - before;
  const weights = model.weights.map(({ value }) => value.dataSync().slice());
  const outcomes = programs.outcomes();
  programs.stop();
  model.dispose();
  tf.dispose([data, y]);
  return { losses: history.loss as number[], weights, outcomes, kept };
}
