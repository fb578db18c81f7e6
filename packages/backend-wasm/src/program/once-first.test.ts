import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import { startWasm, stopWasm } from '../index';
import { numbers } from '../testing/numbers';
import type { WasmBackend } from '../wasm-backend';
import { newBlock } from './allocations';
import { instruction } from './instruction';
import { stepOf } from './lower';
import { onceFirst } from './once-first';

beforeAll(() => startWasm({ threads: 2 }));
afterAll(() => stopWasm());

/** An instruction that reads its first argument and writes its second. */
const step = (opcode: Opcode, from = newBlock(64), to = newBlock(64)) =>
  stepOf({
    kind: 'instruction',
    kernelName: Opcode[opcode]!,
    words: instruction(opcode, [0, 0], 0),
    addresses: new Map([
      [0, { block: from, offset: 0, role: 'r' as const }],
      [1, { block: to, offset: 0, role: 'w' as const }],
    ]),
  });

test('packed weights come first, in their order, unless the step changes them or makes them', () => {
  const [changed, made, large] = [newBlock(64), newBlock(64), newBlock(2 ** 26)];
  const steps = [
    step(Opcode.Sum, undefined, made),
    step(Opcode.PackPanels, changed),
    step(Opcode.PackPanels),
    step(Opcode.PackPanels, made),
    step(Opcode.PackPanels, undefined, large),
    step(Opcode.WinogradWeights),
  ];
  const assignments = [{ home: changed, value: made }];
  const { lowered, once, kept } = onceFirst({ steps, constants: new Map(), outputs: [], assignments });
  expect(lowered.steps.map((moved) => steps.indexOf(moved))).toEqual([2, 5, 0, 1, 3, 4]);
  expect(once).toBe(2);
  expect(kept).toEqual(new Set([steps[2]!, steps[5]!].flatMap(({ writes }) => [...writes])));
});

test('runs in one go see the weights of their go, and another argument of the next', () => {
  const weight = tf.variable(numbers([40, 40]), false);
  const count = tf.variable(tf.scalar(0), false);
  const compiled = (tf.backend() as unknown as WasmBackend).compile((x, more) =>
    tf.tidy(() => {
      count.assign(tf.add(count, 1) as tf.Scalar);
      const product = tf.matMul(tf.mul(x!, count), weight as unknown as tf.Tensor2D);
      return tf.matMul(product as tf.Tensor2D, more as tf.Tensor2D);
    }),
  );
  for (let go = 0; go < 6; go++) {
    const [x, more] = [numbers<tf.Tensor2D>([10, 40], go), numbers<tf.Tensor2D>([40, 30], go + 20)];
    const result = compiled.times(3, x, more) as tf.Tensor;
    const expected = tf.tidy(() =>
      tf.matMul(tf.matMul(tf.mul(x, count) as tf.Tensor2D, weight as unknown as tf.Tensor2D), more),
    );
    expect(result.dataSync()).toEqual(expected.dataSync());
    const changed = numbers([40, 40], go + 2);
    weight.assign(changed);
    tf.dispose([x, more, result, expected, changed]);
  }
  compiled.dispose();
  tf.dispose([weight, count]);
});
