import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu } from '../backends/cpu';
import { leakCheck } from './leak-check';

beforeAll(async () => {
  await cpu.start({});
});

describe('leakCheck', () => {
  it('is content where everything was freed', () => {
    const check = leakCheck();
    tf.tidy(() => tf.sum(tf.ones([3]))).dispose();
    expect(check.count()).toBe(0);
    expect(() => check.expectNone('the step')).not.toThrow();
  });

  it('shows what the documentation shows', () => {
    const check = leakCheck();
    const left = tf.add(1, 2);
    expect(() => check.expectNone('the step')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the step: every tensor made must be freed. Received: 1 tensor more than before (4 bytes). Free them with \`tensor.dispose()\`, or make them inside \`scope(() => …)\`.]`,
    );
    left.dispose();
  });

  it('says how many tensors and bytes were left, and where', () => {
    const check = leakCheck();
    const left = [tf.ones([3])];
    expect(() => check.expectNone('the step')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the step: every tensor made must be freed. Received: 1 tensor more than before (12 bytes). Free them with \`tensor.dispose()\`, or make them inside \`scope(() => …)\`.]`,
    );
    left.push(tf.ones([2]));
    expect(() => check.expectNone('the step')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the step: every tensor made must be freed. Received: 2 tensors more than before (20 bytes). Free them with \`tensor.dispose()\`, or make them inside \`scope(() => …)\`.]`,
    );
    tf.dispose(left);
    check.expectNone('the step');
  });

  it('finds data that no tensor owns any more', () => {
    const check = leakCheck();
    const tensor = tf.scalar(1);
    // What a faulty kernel does: it takes a reference and never gives it back.
    tf.backend().incRef(tensor.dataId);
    tensor.dispose();
    expect(check.count()).toBe(0);
    expect(() => check.expectNone('the step')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the step: every tensor made must be freed. Received: 1 data buffer without a tensor more than before (0 bytes). Free them with \`tensor.dispose()\`, or make them inside \`scope(() => …)\`.]`,
    );
  });

  it('counts below zero where more was freed than made', () => {
    const before = tf.scalar(1);
    const check = leakCheck();
    before.dispose();
    expect(check.count()).toBe(-1);
    expect(() => check.expectNone('the step')).not.toThrow();
  });
});
