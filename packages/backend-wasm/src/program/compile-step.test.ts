import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import { numbers } from '../testing/numbers';
import type { WasmBackend } from '../wasm-backend';
import type { CompiledStep } from './compile-step';

type Step = (...inputs: tf.Tensor[]) => unknown;

beforeAll(() => startWasm({ threads: 2 }));
afterAll(() => stopWasm());

const backend = () => tf.backend() as unknown as WasmBackend;
const compile = (step: Step): CompiledStep<tf.Tensor[], unknown> =>
  backend().compile(step, { onRefused: (reason) => expect.fail(reason) });

/** A network of a convolution and a dense layer, trained by hand with momentum. */
function network() {
  const shapes = [[3, 3, 1, 8], [8], [72, 3], [3]];
  const variables = shapes.map((shape, i) => tf.tidy(() => tf.variable(tf.mul(numbers(shape, i + 1), 0.3))));
  const velocities = shapes.map((shape) => tf.tidy(() => tf.variable(tf.zeros(shape), false)));
  const [filter, bias, kernel, offset] = variables as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
  const step: Step = (x, y) => {
    const { value, grads } = tf.variableGrads(() => {
      const convolved = tf.relu(
        tf.add(tf.conv2d(x as tf.Tensor4D, filter as unknown as tf.Tensor4D, 1, 'valid'), bias),
      );
      const pooled = tf.maxPool(convolved as tf.Tensor4D, 2, 2, 'valid');
      const logits = tf.add(
        tf.matMul(tf.reshape(pooled, [x!.shape[0]!, 72]), kernel as unknown as tf.Tensor2D),
        offset,
      );
      return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits as tf.Tensor2D), y!), 1))) as tf.Scalar;
    }, variables);
    for (const [index, variable] of variables.entries()) {
      const velocity = velocities[index]!;
      velocity.assign(tf.add(tf.mul(velocity, 0.9), grads[variable.name]!));
      variable.assign(tf.sub(variable, tf.mul(velocity, 0.05)));
    }
    return value;
  };
  return { step, variables, dispose: () => tf.dispose([...variables, ...velocities]) };
}

const labels = (classes: number[]) => tf.tidy(() => tf.oneHot(tf.tensor1d(classes, 'int32'), 3));

function train(steps: number, how: (step: Step) => Step): { losses: number[]; weights: number[][] } {
  const { step, variables, dispose } = network();
  const run = how(step);
  const losses: number[] = [];
  for (let i = 0; i < steps; i++) {
    // Every fifth batch is smaller: a signature of its own.
    const size = i % 5 === 4 ? 3 : 7;
    const x = numbers([size, 8, 8, 1], i);
    const y = labels(Array.from({ length: size }, (_, j) => (i + j) % 3));
    const loss = run(x, y) as tf.Tensor;
    losses.push(loss.dataSync()[0]!);
    tf.dispose([x, y, loss]);
  }
  const weights = variables.map((variable) => [...variable.dataSync()]);
  if ('dispose' in run) (run as CompiledStep<tf.Tensor[], unknown>).dispose();
  dispose();
  return { losses, weights };
}

const eagerly =
  (step: Step): Step =>
  (...inputs) =>
    tf.tidy(() => step(...inputs) as tf.Tensor);

test('gives what the step gives as it is, and leaves nothing behind', () => {
  const before = tf.memory().numTensors;
  const eager = train(40, eagerly);
  const compiled = train(40, compile);
  // The bias goes into the sum in another place: rounding apart, all is the same.
  for (const [i, loss] of compiled.losses.entries()) expect(loss).toBeCloseTo(eager.losses[i]!, 5);
  expect(compiled.losses.at(-1)).toBeLessThan(compiled.losses[0]!);
  expect(tf.memory().numTensors).toBe(before);
});

test('gives the same bits on one thread and on three', async () => {
  const two = train(20, compile);
  for (const threads of [1, 3]) {
    await startWasm({ threads });
    expect(train(20, compile)).toEqual(two);
  }
  await startWasm({ threads: 2 });
});

test('takes bias and ReLU into the products, and calls nothing in JavaScript', () => {
  const { step, dispose } = network();
  const run = compile(step);
  const [x, y] = [numbers([7, 8, 8, 1]), labels([0, 1, 2, 0, 1, 2, 0])];
  for (let i = 0; i < 4; i++) tf.dispose(run(x, y) as tf.Tensor);
  const program = run.explain();
  expect(program).toContain('Conv2D+Add+Relu');
  expect(program).toContain('BatchMatMul+Add');
  expect(program).toContain(' 0 of them calls back into JavaScript');
  run.dispose();
  dispose();
  tf.dispose([x, y]);
});

test('memory is flat over 2,000 steps', () => {
  const { step, dispose } = network();
  const run = compile(step);
  const [x, y] = [numbers([7, 8, 8, 1]), labels([0, 1, 2, 0, 1, 2, 0])];
  for (let i = 0; i < 5; i++) tf.dispose(run(x, y) as tf.Tensor);
  const before = { tensors: tf.memory().numTensors, bytes: backend().device.heldBytes };
  for (let i = 0; i < 2000; i++) tf.dispose(run(x, y) as tf.Tensor);
  expect({ tensors: tf.memory().numTensors, bytes: backend().device.heldBytes }).toEqual(before);
  run.dispose();
  dispose();
  tf.dispose([x, y]);
});

test('a copy of a variable keeps its value while training goes on, and a value assigned from outside counts', () => {
  const weight = tf.variable(tf.tensor1d([1, 2]));
  const run = compile((x) => {
    weight.assign(tf.add(weight, x!) as tf.Tensor1D);
    return tf.sum(weight);
  });
  const one = tf.tensor1d([1, 1]);
  for (let i = 0; i < 4; i++) tf.dispose(run(one) as tf.Tensor);
  const copy = tf.clone(weight);
  for (let i = 0; i < 3; i++) tf.dispose(run(one) as tf.Tensor);
  expect([...copy.dataSync()]).toEqual([5, 6]);
  expect([...weight.dataSync()]).toEqual([8, 9]);
  weight.assign(tf.tensor1d([100, 200]));
  tf.dispose(run(one) as tf.Tensor);
  expect([...weight.dataSync()]).toEqual([101, 201]);
  run.dispose();
  tf.dispose([one, copy, weight]);
});

test('returns what the step returns: records, arrays, nothing', () => {
  const record = compile((x) => ({ sum: tf.sum(x!), parts: [x!, tf.neg(x!)] }));
  const x = tf.tensor1d([1, 2]);
  for (let i = 0; i < 4; i++) {
    const { sum, parts } = record(x) as { sum: tf.Tensor; parts: tf.Tensor[] };
    expect([sum.dataSync()[0], ...parts.map((part) => [...part.dataSync()])]).toEqual([3, [1, 2], [-1, -2]]);
    expect(parts[0]).toBe(x);
    tf.dispose([sum, parts[1]!]);
  }
  const silent = compile(() => undefined);
  for (let i = 0; i < 4; i++) expect(silent()).toBeUndefined();
});

test('a step is compiled whatever variables others make between its first calls', () => {
  const weight = tf.variable(tf.tensor1d([1, 2, 3]));
  const run = compile((x) => {
    weight.assign(tf.add(weight, tf.mul(x!, tf.scalar(2))));
    return tf.sum(weight);
  });
  const x = tf.tensor1d([1, 1, 1]);
  const others: tf.Variable[] = [];
  const results = Array.from({ length: 5 }, () => {
    others.push(tf.variable(tf.scalar(0)));
    return (run(x) as tf.Tensor).dataSync()[0];
  });
  expect(results).toEqual([12, 18, 24, 30, 36]);
  tf.dispose([weight, x, ...others]);
});

describe('a step that cannot be replayed runs as it is and says why', () => {
  const reasonOf = (step: Step): { reason: string; results: number[] } => {
    let reason = '';
    const run = backend().compile(step, { onRefused: (why) => (reason = why) });
    const x = tf.tensor1d([1, 2]);
    const results = Array.from({ length: 5 }, () => (run(x) as tf.Tensor).dataSync()[0]!);
    return { reason, results };
  };

  test('because it reads values', () => {
    const { reason, results } = reasonOf((x) => tf.scalar(x!.dataSync()[0]! + 1));
    expect(reason).toMatchInlineSnapshot(
      `"it reads the values of a tensor (dataSync, arraySync or data) before it is done"`,
    );
    expect(results).toEqual([2, 2, 2, 2, 2]);
  });

  test('because a number from JavaScript changes', () => {
    let count = 0;
    const { reason, results } = reasonOf((x) => tf.add(tf.sum(x!), count++));
    expect(reason).toMatch(/^a value that JavaScript hands to it changes from call to call/);
    expect(results).toEqual([3, 4, 5, 6, 7]);
  });

  test('because it does something else each time', () => {
    let count = 0;
    const { reason, results } = reasonOf((x) => (count++ % 2 ? tf.sum(x!) : tf.max(x!)));
    expect(reason).toMatch(/^it does not do the same at every call/);
    expect(results).toEqual([2, 3, 2, 3, 2]);
  });

  test('because it makes variables', () => {
    const { reason } = reasonOf((x) => tf.sum(tf.variable(x!)));
    expect(reason).toMatchInlineSnapshot(`"it makes or disposes variables"`);
  });

  test('because it swaps variables', () => {
    const [a, b] = [tf.variable(tf.scalar(1)), tf.variable(tf.scalar(2))];
    const { reason, results } = reasonOf(() => {
      const old = tf.clone(a);
      a.assign(tf.clone(b) as tf.Scalar);
      b.assign(old as tf.Scalar);
      return tf.clone(a);
    });
    expect(reason).toMatchInlineSnapshot(`"it assigns one variable to another"`);
    expect(results).toEqual([2, 1, 2, 1, 2]);
  });

  test('because there is no room for its program; nothing is kept of it', () => {
    const { device } = backend();
    const weight = tf.tidy(() => tf.variable(tf.ones([300, 300])));
    const [allocate, free, numDataIds] = [device.allocate, device.free, backend().numDataIds()];
    const [held, denied] = [new Set<number>(), new Set<number>()];
    device.allocate = (bytes) => {
      // The arena is what a program takes in one piece.
      if (bytes >= 500_000) denied.add(bytes);
      const address = allocate.call(device, bytes >= 500_000 ? 2 ** 40 : bytes);
      held.add(address);
      return address;
    };
    device.free = (address) => {
      held.delete(address);
      free.call(device, address);
    };
    try {
      const { reason, results } = reasonOf((x) => {
        weight.assign(tf.add(weight, tf.sum(x!)));
        return tf.max(tf.matMul(tf.matMul(weight as unknown as tf.Tensor2D, tf.transpose(weight)), tf.exp(weight)));
      });
      expect([denied.size, held.size]).toEqual([1, 0]);
      expect(reason).toMatch(
        /^there is no room for its program: 1048576\.0 MiB of memory for a tensor, where \d+\.\d MiB are held already/,
      );
      expect(results).toHaveLength(5);
      expect([...weight.dataSync().slice(0, 2)]).toEqual([16, 16]);
    } finally {
      Reflect.deleteProperty(device, 'allocate');
      Reflect.deleteProperty(device, 'free');
    }
    // What `reasonOf` makes: its argument and five results.
    expect(backend().numDataIds() - numDataIds).toBe(6);
    weight.dispose();
  });

  test('because it returns a number', () => {
    let reason = '';
    const run = backend().compile(() => 5, { onRefused: (why) => (reason = why) });
    expect(Array.from({ length: 4 }, () => run())).toEqual([5, 5, 5, 5]);
    expect(reason).toMatchInlineSnapshot(`"it returns a number (only tensors, arrays and records of them can be)"`);
  });
});

test('kernels that are no instructions are called back, with the same result', () => {
  const run = compile((x) => tf.cumsum(tf.sin(x!)));
  for (let i = 0; i < 5; i++) {
    const x = numbers([6], i);
    const [compiled, eager] = [run(x) as tf.Tensor, tf.cumsum(tf.sin(x))];
    expect(compiled.dataSync()).toEqual(eager.dataSync());
    tf.dispose([x, compiled, eager]);
  }
  expect(run.explain()).toContain('2 of them calls back into JavaScript');
  run.dispose();
});

describe('times', () => {
  test('runs a program many times in one go, from its first call on', () => {
    for (const before of [0, 1, 5]) {
      const counter = tf.variable(tf.scalar(0), false);
      const step = compile((by) =>
        tf.tidy(() => {
          counter.assign(tf.add(counter, by!));
          return tf.mul(counter, 10);
        }),
      );
      const by = tf.scalar(2);
      for (let run = 0; run < before; run++) (step(by) as tf.Tensor).dispose();
      const tensors = tf.memory().numTensors;
      const last = step.times(7, by) as tf.Tensor;
      expect(last.dataSync()[0]).toBe((before + 7) * 20);
      expect(tf.memory().numTensors).toBe(tensors + 1);
      step.dispose();
      tf.dispose([last, by, counter]);
    }
  });

  test('reads arguments where they lie, another tensor at every call', () => {
    const state = tf.variable(tf.zeros([64, 64]), false);
    const step = compile((a, b) =>
      tf.tidy(() => {
        const sum = tf.add(tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D), state);
        state.assign(b as tf.Tensor2D);
        return [sum, tf.reshape(a!, [4096])];
      }),
    );
    let expected = new Float32Array(4096);
    for (let call = 0; call < 6; call++) {
      const [a, b] = [numbers([64, 64], call + 1), numbers([64, 64], call + 50)];
      const product = tf.tidy(() => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D).dataSync());
      const [sum, same] = step(a, b) as [tf.Tensor, tf.Tensor];
      expect([...sum.dataSync()]).toEqual([...product.map((value, i) => Math.fround(value + expected[i]!))]);
      expect(same.dataSync()).toEqual(a.dataSync());
      expected = b.dataSync() as Float32Array<ArrayBuffer>;
      tf.dispose([a, b, sum, same]);
    }
    step.dispose();
    state.dispose();
  });
});

describe('collect', () => {
  test('gives the results of all runs in order, from the first call on, of every type', () => {
    const counter = tf.variable(tf.tensor1d([0]), false);
    const step = compile((by) =>
      tf.tidy(() => {
        counter.assign(tf.add(counter, by!) as tf.Tensor1D);
        return { rows: tf.add(tf.zeros([2, 3]), counter), isLate: tf.greater(counter, 15), given: [by!] };
      }),
    );
    const by = tf.tensor1d([2]);
    const tensors = tf.memory().numTensors;
    for (const first of [1, 8, 15]) {
      const results = step.collect(7, by) as { rows: tf.Tensor; isLate: tf.Tensor; given: [tf.Tensor] }[];
      const times = Array.from({ length: 7 }, (_, run) => first + run);
      expect(results.flatMap(({ rows }) => [...rows.dataSync()])).toEqual(
        times.flatMap((time) => Array.from({ length: 6 }, () => time * 2)),
      );
      expect(results.flatMap(({ isLate }) => [...isLate.dataSync()])).toEqual(times.map((time) => Number(time > 7)));
      expect(results.flatMap(({ given }) => [...given[0].dataSync()])).toEqual(times.map(() => 2));
      expect(results).toHaveLength(first === 1 ? 4 : 1);
      for (const { rows, isLate, given } of results)
        tf.dispose([rows, isLate, given.filter((tensor) => tensor !== by)]);
    }
    expect(tf.memory().numTensors).toBe(tensors);
    step.dispose();
    tf.dispose([by, counter]);
  });

  test('cannot join results without an axis', () => {
    const step = compile(() => tf.scalar(1));
    for (let run = 0; run < 3; run++) tf.dispose(step.collect(1) as tf.Tensor[]);
    expect(() => step.collect(2)).toThrow(/must give results of at least one axis/);
    step.dispose();
  });
});
