import '@tensorflow/tfjs-backend-cpu';
import type { Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { arrayFromBytes, type NumericDtype, toNumbers } from '../formats/stored-array';
import { type ExpectedArray, readExpected } from './fixtures';

/** What `expected.json` says of a model. */
export interface ExpectedModel {
  tolerance: number;
  inputs: ExpectedArray[];
  outputs: ExpectedArray[];
  weights: { shape: number[] }[];
  optimizer?: { class_name: string; iterations: number };
  resume?: {
    x: ExpectedArray[];
    y: ExpectedArray | Record<string, ExpectedArray>;
    loss_before: number;
    outputs_after: ExpectedArray[];
  };
}

/** Holds a model against the numbers Keras gave for a fixture: its answers, and where it is compiled, those after one more step. */
export async function expectAsInKeras(model: Model, folder: string, { step = false } = {}): Promise<void> {
  const expected = readExpected<ExpectedModel>(folder);
  expect(model.weights.map(({ shape }) => shape)).toEqual(expected.weights.map(({ shape }) => shape));
  const inputs = expected.inputs.map(tensorOf);
  await expectAnswers(model, inputs, expected.outputs, expected.tolerance);
  const { resume, optimizer } = expected;
  if (step && optimizer) expect(model.optimizer.iterations.dataSync()[0]).toBe(optimizer.iterations);
  if (step && resume) {
    const x = resume.x.map(tensorOf);
    const y = 'shape' in resume.y ? tensorOf(resume.y as ExpectedArray) : tensorsOf(resume.y);
    const data = x.length === 1 ? x[0]! : x;
    const { loss } = await model.testOnBatch(data, y, { returnDict: true });
    expect(Math.abs(loss! - resume.loss_before)).toBeLessThan(1e-5 * Math.max(1, resume.loss_before));
    await model.trainOnBatch(data, y);
    await expectAnswers(model, inputs, resume.outputs_after, 1e-5);
    tf.dispose([x, y]);
  }
  tf.dispose(inputs);
}

function tensorOf({ dtype, shape, b64, values }: ExpectedArray): tf.Tensor {
  if (dtype === 'string') return tf.tensor(values!, shape, 'string');
  return tf.tensor(numbers(dtype, shape, b64!), shape, dtype.includes('float') ? 'float32' : 'int32');
}

function tensorsOf(record: object): Record<string, tf.Tensor> {
  return Object.fromEntries(Object.entries(record).map(([key, array]) => [key, tensorOf(array as ExpectedArray)]));
}

async function expectAnswers(model: Model, x: tf.Tensor[], wanted: ExpectedArray[], tolerance: number): Promise<void> {
  const result = await model.predict(x.length === 1 ? x[0]! : x, { verbose: 0 });
  const outputs = Array.isArray(result) ? result : [result];
  for (const [index, { dtype, shape, b64 }] of wanted.entries()) {
    expect(outputs[index]!.shape).toEqual(shape);
    const right = numbers(dtype, shape, b64!);
    const scale = right.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    const worst = Array.from(outputs[index]!.dataSync()).reduce(
      (most, value, at) => Math.max(most, Math.abs(value - right[at]!)),
      0,
    );
    expect(worst / scale).toBeLessThan(tolerance);
  }
  tf.dispose(outputs);
}

function numbers(dtype: string, shape: number[], b64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(b64, 'base64'));
  return Float32Array.from(toNumbers(arrayFromBytes(dtype as NumericDtype, shape, bytes)));
}
