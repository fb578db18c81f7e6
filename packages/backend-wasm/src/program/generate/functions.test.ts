import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Access, Lane, Operation } from '../../../assembly/program/operations';
import type { Expression } from '../../kernels/elementwise/expression';
import { expressionInstruction, generatedInstruction } from '../../kernels/elementwise/expression';
import { startWasm, stopWasm } from '../../register';
import type { WasmBackend } from '../../wasm-backend';
import { type Instruction, isShared } from '../instruction';
import { GeneratedFunctions } from './functions';

beforeAll(() => startWasm({ threads: 3 }));
afterAll(() => stopWasm());

const device = () => (tf.backend() as unknown as WasmBackend).device;

/** x + x + ... : one shape for each number of additions. */
function sums(additions: number, size: number, from: number, to: number): Expression {
  return {
    size,
    inputs: [{ address: from, access: Access.Same, parameter: 0, lane: Lane.Float }],
    operations: Array.from({ length: additions }, (_, index) => ({ operation: Operation.Add, a: index, b: 0, c: 0 })),
    outputs: [{ address: to, register: additions, lane: Lane.Float }],
  };
}

test('expressions of one shape share a function', () => {
  const functions = device().functions;
  expect(functions.of(sums(2, 8, 64, 128))).toBe(functions.of(sums(2, 4000, 4096, 8192)));
  expect(functions.of(sums(3, 8, 64, 128))).not.toBe(functions.of(sums(2, 8, 64, 128)));
});

test('a worker finds its way to functions that others used long before it', () => {
  const size = 100_000;
  device().withTemporary([size * 4, size * 4], (from, to) => {
    device().floats(from!, size).fill(1.5);
    const generated = (additions: number, count: number): Instruction => {
      const expression = sums(additions, count, from!, to!);
      return generatedInstruction(expressionInstruction(expression), device().functions.of(expression)!);
    };
    // These are made and run by thread 0 alone; then the workers begin with the last one.
    for (const additions of [4, 5, 6]) {
      const instruction = generated(additions, 16);
      expect(isShared(instruction)).toBe(false);
      device().execute(instruction);
      expect(
        device()
          .floats(to!, 16)
          .every((value) => value === 1.5 * (additions + 1)),
      ).toBe(true);
    }
    for (const additions of [6, 4, 5, 7]) {
      const instruction = generated(additions, size);
      expect(isShared(instruction)).toBe(true);
      device().execute(instruction);
      expect(
        device()
          .floats(to!, size)
          .every((value) => value === 1.5 * (additions + 1)),
      ).toBe(true);
    }
  });
});

const alone = () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  const table = new WebAssembly.Table({ element: 'anyfunc', initial: 1 });
  return { table, functions: new GeneratedFunctions(memory, { table }, () => 64) };
};

test('where the engine compiles no long module while others wait, there is no function', () => {
  const { Module } = WebAssembly;
  const { table, functions } = alone();
  try {
    WebAssembly.Module = class {
      constructor(bytes: Uint8Array) {
        if (bytes.length > 4096) throw new RangeError('WebAssembly.Module(): Buffer size is larger than 4KB');
      }
    } as unknown as typeof Module;
    expect(functions.available).toBe(false);
    expect(functions.of(sums(2, 8, 64, 128))).toBeUndefined();
  } finally {
    WebAssembly.Module = Module;
  }
  expect(table.length).toBe(1);
});

test('there is no function for so many inputs and outputs that their blocks do not fit the scratch', () => {
  const functions = device().functions;
  expect(functions.available).toBe(true);
  const wide = (inputs: number): Expression => ({
    ...sums(1, 8, 64, 128),
    inputs: Array(inputs).fill({ address: 64, access: Access.Same, parameter: 0, lane: Lane.Float }),
  });
  expect(functions.of(wide(119))).toBeDefined();
  expect(functions.of(wide(120))).toBeUndefined();
});
