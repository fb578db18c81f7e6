import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { cpu } from './backends/cpu';
import { backendCompiles, compile, uncompiled } from './compile';
import { scope } from './memory/scope';
import { SeedGenerator } from './random/seed-generator';
import { useBackend } from './use-backend';

describe('compile', () => {
  beforeAll(async () => {
    await cpu.start({});
  });

  it('shows what the documentation shows', () => {
    const double = compile((x: tf.Tensor) => scope(() => tf.mul(x, 2)));
    expect(double(tf.scalar(21)).dataSync()[0]).toBe(42);
  });

  it('calls the function itself where the backend cannot compile', () => {
    const step = (x: tf.Tensor2D, y: tf.Tensor1D) => [x, y];
    const [x, y] = [tf.zeros([1, 1]) as tf.Tensor2D, tf.zeros([1]) as tf.Tensor1D];
    expect(compile(step)(x, y)).toEqual([x, y]);
  });

  it('keeps the types of inputs and result', () => {
    const step = compile((x: tf.Tensor2D) => ({ loss: tf.mean(x), outputs: [x] }));
    expectTypeOf(step).parameters.toEqualTypeOf<[x: tf.Tensor2D]>();
    expectTypeOf(step).returns.toHaveProperty('loss');
    const silent = compile((x: tf.Tensor) => {
      x.dispose();
    });
    expect(silent(tf.scalar(1))).toBeUndefined();
  });

  it('runs a step many times and gives the last result, the others freed', () => {
    const counter = tf.variable(tf.scalar(0), false);
    const step = compile((by: tf.Tensor) =>
      scope(() => {
        counter.assign(tf.add(counter, by));
        return tf.mul(counter, 10);
      }),
    );
    const by = tf.scalar(2);
    const before = tf.memory().numTensors;
    expect(step.times(3, by).dataSync()[0]).toBe(60);
    expect(tf.memory().numTensors).toBe(before + 1);
    step.dispose();
    counter.dispose();
    expect(
      uncompiled(() => tf.scalar(1))
        .times(2)
        .dataSync()[0],
    ).toBe(1);
    expect(uncompiled(() => tf.tensor1d([1])).collect(2)).toHaveLength(2);
    expect(compile(() => tf.tensor1d([1])).collect(3)).toHaveLength(3);
    expect(backendCompiles()).toBe(false);
  });

  it('refuses what is no function', () => {
    expect(() => compile(42 as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`step\` must be a function of tensors. Received: 42. Pass the function itself: \`compile((x, y) => …)\`.]`,
    );
  });
});

describe('compile on wasm', () => {
  beforeAll(async () => {
    await useBackend('wasm', { threads: 2 });
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  type Step = (x: tf.Tensor2D, y: tf.Tensor2D) => tf.Scalar;

  /** Two layers with dropout between them, their gradients from the tape, Adam by hand: all state is in variables. */
  function loop() {
    const seeds = new SeedGenerator({ seed: 3 });
    const draw = (shape: number[]) =>
      scope(() => tf.variable(seeds.normal(shape, { stddev: 0.3 })) as tf.Variable<tf.Rank.R2>);
    const weights = [draw([6, 40]), draw([40, 1])] as const;
    const moments = weights.map((weight) => [0, 1].map(() => scope(() => tf.variable(tf.zerosLike(weight), false))));
    const time = scope(() => tf.variable(tf.scalar(0), false));
    const step: Step = (x, y) =>
      scope(() => {
        const { value, grads } = tf.variableGrads(() => {
          const hidden = tf.relu(tf.matMul(x, weights[0]));
          const kept = tf.div(tf.cast(tf.greaterEqual(seeds.uniform(hidden.shape), 0.25), 'float32'), 0.75);
          return tf.mean(tf.squaredDifference(tf.matMul(tf.mul(hidden, kept), weights[1]), y));
        }, [...weights]);
        time.assign(tf.add(time, 1));
        for (const [index, weight] of weights.entries()) {
          const gradient = grads[weight.name]!;
          const [m, v] = moments[index] as [tf.Variable, tf.Variable];
          m.assign(tf.add(tf.mul(m, 0.9), tf.mul(gradient, 0.1)));
          v.assign(tf.add(tf.mul(v, 0.999), tf.mul(tf.square(gradient), 0.001)));
          const meanOf = (moment: tf.Tensor, beta: number) => tf.div(moment, tf.sub(1, tf.pow(beta, time)));
          const change = tf.div(meanOf(m, 0.9), tf.add(tf.sqrt(meanOf(v, 0.999)), 1e-7));
          weight.assign(tf.sub(weight, tf.mul(change, 0.01)));
        }
        return value;
      });
    return { step, dispose: () => tf.dispose([seeds.state, time, ...weights, ...moments.flat()]) };
  }

  function losses(how: (step: Step) => Step, steps: number): number[] {
    const { step, dispose } = loop();
    const run = how(step);
    const data = new SeedGenerator({ seed: 9 });
    const result = Array.from({ length: steps }, () =>
      scope(() => {
        const x = data.uniform([16, 6]) as tf.Tensor2D;
        return run(x, tf.sum(x, 1, true)).dataSync()[0]!;
      }),
    );
    data.dispose();
    dispose();
    return result;
  }

  it('runs a loop by hand, with dropout and its own optimizer, to the same losses as uncompiled', () => {
    const warn = vi.spyOn(console, 'warn');
    const { numTensors } = tf.memory();
    const eager = losses((step) => step, 200);
    const compiled = losses(compile, 200);
    expect(warn).not.toHaveBeenCalled();
    for (const [index, loss] of compiled.entries()) expect(Math.abs(loss - eager[index]!)).toBeLessThanOrEqual(1e-5);
    expect(compiled.at(-1)).toBeLessThan(compiled[0]! / 4);
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  it('says once why a step runs as it is, and gives what it gives', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    let calls = 0;
    const step = compile((x: tf.Tensor) => scope(() => tf.add(x, calls++)));
    const x = [tf.scalar(1), tf.tensor1d([1, 2])];
    const results = Array.from({ length: 12 }, (_, i) => scope(() => step(x[i % 2]!).dataSync()[0]));
    expect(results).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(warn.mock.calls).toEqual([
      [
        'compile: this step runs as it is, uncompiled, because a value that JavaScript hands to it changes from call to call (constant value0).',
      ],
    ]);
    tf.dispose(x);
  });

  it('prints the program with TENLAB_EXPLAIN, instruction by instruction with its time', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubEnv('TENLAB_EXPLAIN', '1');
    losses(compile, 80);
    expect(warn).toHaveBeenCalledOnce();
    const lines = String(warn.mock.calls[0]![0]).split('\n');
    expect(lines.at(-1)).toMatch(
      /^\d+ instructions, 0 of them calls back into JavaScript; arena \d+ bytes; \d+\.\d+ ms$/,
    );
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^\d+\t\w+\t.+\t(one thread|all threads)\t\d+\.\d+ ms$/);
    expect(lines.join('\n')).toContain('ThreefryUniform');
  });

  it('prints the program after as many runs as TENLAB_EXPLAIN says', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubEnv('TENLAB_EXPLAIN', '5');
    losses(compile, 7);
    expect(warn).not.toHaveBeenCalled();
    losses(compile, 8);
    expect(warn).toHaveBeenCalledOnce();
  });

  it('refuses a TENLAB_EXPLAIN that is no number of runs', () => {
    vi.stubEnv('TENLAB_EXPLAIN', 'yes');
    expect(() => losses(compile, 1)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: TENLAB_EXPLAIN must be 1, or the number of runs after which programs are printed. Received: 'yes'. Set TENLAB_EXPLAIN=1, or unset it.]`,
    );
  });
});
