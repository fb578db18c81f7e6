import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { cpu } from './backends/cpu';
import { compile } from './compile';
import { scope } from './memory/scope';

beforeAll(async () => {
  await cpu.start({});
});

describe('compile', () => {
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

  it('refuses what is no function', () => {
    expect(() => compile(42 as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`step\` must be a function of tensors. Received: 42. Pass the function itself: \`compile((x, y) => …)\`.]`,
    );
  });
});
