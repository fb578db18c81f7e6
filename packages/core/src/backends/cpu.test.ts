import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import { cpu } from './cpu';

describe('the cpu candidate', () => {
  it('is always available', async () => {
    expect(await cpu.probe({})).toEqual({ available: true });
  });

  it('honours only what it does anyway', () => {
    expect(cpu.whyNot('threads', 1)).toBeUndefined();
    expect(cpu.whyNot('threads', 2)).toBe('it runs on one thread');
    expect(cpu.whyNot('numerics', 'strict')).toBeUndefined();
    expect(cpu.whyNot('numerics', 'fast')).toBe('its arithmetic is always strict');
    expect(cpu.whyNot('memoryGrowth', true)).toBe('it has no GPU');
  });

  it('starts, computes, differentiates, and prints nothing', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await cpu.start({})).toEqual({ threads: 1, simd: 'none' });
    expect(tf.getBackend()).toBe('cpu');
    const gradient = tf.grad((x) => tf.sum(tf.square(x)))(tf.tensor1d([1, 2]));
    expect([...gradient.dataSync()]).toEqual([2, 4]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
