import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Access, Lane, Operation } from '../../../assembly/program/operations';
import {
  type Expression,
  type ExpressionInput,
  expressionInstruction,
  generatedInstruction,
} from '../../kernels/elementwise/expression';
import { onThreads } from '../../testing/on-threads';
import type { WasmBackend } from '../../wasm-backend';
import { floatWord } from '../instruction';
import { generateMap, shapeOf } from './generate-map';

const operations = Object.values(Operation).filter((value) => typeof value === 'number') as Operation[];
/** What rounding, signs, and functions near their ends come out wrong on. */
const floats = [0, -0, 1, -1, 0.5, -2.5, 3e-39, 1e-30, 20, -20, 88.7, -104, 3e38, -3e38, Infinity, -Infinity, NaN];
const size = 2051;

/** Runs an expression and the function generated for it over the same inputs, and expects the same bits of every output. */
function expectSame(expression: Omit<Expression, 'inputs' | 'outputs'>, inputs: Values[], outputs: Lane[]): void {
  const { device } = tf.backend() as unknown as WasmBackend;
  const bytes = size * 4;
  device.withTemporary([...inputs.map(() => bytes), ...outputs.map(() => bytes)], (...addresses) => {
    for (const [index, { words, lane }] of inputs.entries()) {
      if (lane === Lane.Truth) device.bytes(addresses[index]!, words.length).set(words);
      else device.integers(addresses[index]!, words.length).set(words);
    }
    const whole: Expression = {
      ...expression,
      inputs: inputs.map(({ access, parameter, lane }, index) => ({
        address: addresses[index]!,
        access,
        parameter,
        lane,
      })),
      outputs: outputs.map((lane, index) => ({
        address: addresses[inputs.length + index]!,
        register: inputs.length + expression.operations.length - 1 - index,
        lane,
      })),
    };
    const words = expressionInstruction(whole);
    const results = [words, generatedInstruction(words, device.functions.of(whole)!)].map((instruction) => {
      for (const { address } of whole.outputs) device.bytes(address, bytes).fill(171);
      device.execute(instruction);
      return whole.outputs.map(({ address }) => device.bytes(address, bytes).slice());
    });
    expect(results[1]).toEqual(results[0]);
    expect(results[0]!.every((output) => output.some((byte) => byte !== 171))).toBe(true);
  });
}

interface Values extends Omit<ExpressionInput, 'address'> {
  readonly words: readonly number[];
}

/** An input of `count` values; each starts elsewhere, so that all pairs of values meet. */
function values(count: number, start: number, lane = Lane.Float, access = Access.Same, parameter = 0): Values {
  const words = Array.from({ length: count }, (_, i) => {
    if (lane === Lane.Float) return floatWord(floats[(i * start + Math.floor(i / floats.length)) % floats.length]!);
    return lane === Lane.Truth ? (i * start) % 2 : ((i * start) % 7) - 3;
  });
  return { words, lane, access, parameter };
}

onThreads('a generated function', () => {
  test.each(operations.map((operation) => [Operation[operation], operation] as const))(
    'computes %s as it is computed one by one',
    (_, operation) => {
      const [low, high] = [floatWord(-0.25), floatWord(2)];
      const immediate = [Operation.Step, Operation.Clip, Operation.LeakyRelu].includes(operation);
      const operands = immediate ? { a: 0, b: low, c: high } : { a: 0, b: 1, c: 2 };
      const inputs = [values(size, 1), values(size, 3), values(size, 5)];
      expectSame({ size, operations: [{ operation, ...operands }] }, inputs, [Lane.Integer]);
    },
  );

  const add = [
    { operation: Operation.Add, a: 0, b: 1, c: 0 },
    { operation: Operation.Multiply, a: 2, b: 0, c: 0 },
  ];
  test.each([
    ['one value for all', Access.Scalar, 0, 1],
    ['a vector of one period of the block', Access.Cycle, 64, 64],
    ['a vector whose periods do not fill the block', Access.Cycle, 10, 10],
    ['a vector of odd length', Access.Cycle, 7, 7],
    ['a vector longer than a block', Access.Cycle, 1500, 1500],
    ['a long vector of odd length', Access.Cycle, 1023, 1023],
    ['each value many times', Access.Stretch, 100, 21],
    ['each value three times', Access.Stretch, 3, 684],
  ])('reads %s', (_, access, parameter, count) => {
    expectSame({ size, operations: add }, [values(size, 1), values(count, 3, Lane.Float, access, parameter)], [0, 0]);
  });

  test.each([
    [Access.Same, 0, size],
    [Access.Scalar, 0, 1],
    [Access.Cycle, 9, 9],
    [Access.Stretch, 5, 411],
  ])('reads truth values by access %d, and writes them', (access, parameter, count) => {
    const inputs = [values(count, 1, Lane.Truth, access, parameter), values(size, 3), values(size, 5)];
    const operations = [
      { operation: Operation.Select, a: 0, b: 1, c: 2 },
      { operation: Operation.Not, a: 0, b: 0, c: 0 },
    ];
    expectSame({ size, operations }, inputs, [Lane.Truth, Lane.Float]);
  });

  test.each([1, 2, 3, 4, 5, 63, 1025])('goes over %d elements and no further', (few) => {
    expectSame({ size: few, operations: add }, [values(size, 1), values(size, 3)], [Lane.Float, Lane.Float]);
  });
});

test('a function does not depend on how many elements there are, nor where', () => {
  const expression = (few: number, access: Access, address: number): Expression => ({
    size: few,
    inputs: [{ address, access, parameter: 0, lane: Lane.Float }],
    operations: [{ operation: Operation.Exponential, a: 0, b: 0, c: 0 }],
    outputs: [{ address: address + 64, register: 1, lane: Lane.Float }],
  });
  const [one, other] = [expression(10, Access.Same, 64), expression(20, Access.Cycle, 128)];
  expect(shapeOf(one)).toBe(shapeOf(other));
  expect(generateMap(one)).toEqual(generateMap(other));
  expect(shapeOf(one)).not.toBe(shapeOf(expression(10, Access.Scalar, 64)));
});
