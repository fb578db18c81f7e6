import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cpu } from '../backends/cpu';
import { leakCheck } from './leak-check';
import { scope, scopeAsync } from './scope';

beforeAll(async () => {
  await cpu.start({});
});

describe('scope', () => {
  it('shows what the documentation shows', () => {
    const check = leakCheck();
    const norm = scope('norm', () => tf.sqrt(tf.sum(tf.square(tf.tensor1d([3, 4])))));
    expect(norm.dataSync()[0]).toBe(5);
    expect(check.count()).toBe(1);
    norm.dispose();
  });

  it('keeps what is returned inside lists and records, what is kept, and variables', () => {
    const check = leakCheck();
    const kept: tf.Tensor[] = [];
    const { list } = scope(() => {
      tf.scalar(0);
      kept.push(tf.keep(tf.scalar(1)), tf.variable(tf.scalar(2)));
      return { list: [tf.scalar(3), tf.scalar(4)], number: 5 };
    });
    expect(check.count()).toBe(4);
    tf.dispose([...list, ...kept]);
    check.expectNone('the scope');
  });

  it('nests: what an inner scope returns belongs to the outer', () => {
    const check = leakCheck();
    scope(() => {
      scope(() => tf.scalar(1));
      expect(check.count()).toBe(1);
    });
    check.expectNone('both scopes');
  });

  it('frees everything when the function throws, and passes the error on', () => {
    const check = leakCheck();
    expect(() =>
      scope(() => {
        tf.scalar(1);
        throw new RangeError('inside');
      }),
    ).toThrow(RangeError);
    check.expectNone('the failed scope');
  });

  it('refuses a promise, and frees what was made until then', async () => {
    const check = leakCheck();
    expect(() =>
      scope('read', async () => {
        tf.scalar(1);
        throw new Error('later, and not reported as unhandled');
      }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: scope 'read': the function must return its result at once. Received: a promise. Use \`await scopeAsync(…)\` for a function that awaits.]`,
    );
    check.expectNone('the refused scope');
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});

describe('scopeAsync', () => {
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('shows what the documentation shows', async () => {
    const check = leakCheck();
    expect(await scopeAsync('read', async () => (await tf.mean(tf.tensor1d([1, 3])).data())[0])).toBe(2);
    check.expectNone('the scope');
  });

  it('frees what was made before and after waiting, but the result', async () => {
    const check = leakCheck();
    const result = await scopeAsync(async () => {
      tf.scalar(1);
      await pause(1);
      tf.scalar(2);
      return [tf.scalar(3)];
    });
    expect(check.count()).toBe(1);
    tf.dispose(result);
  });

  it('frees everything when the promise is rejected, and passes the error on', async () => {
    const check = leakCheck();
    await expect(
      scopeAsync(async () => {
        tf.scalar(1);
        await pause(1);
        throw new RangeError('inside');
      }),
    ).rejects.toThrow(RangeError);
    check.expectNone('the failed scope');
  });

  it('nests', async () => {
    const check = leakCheck();
    await scopeAsync('outer', async () => {
      const inner = await scopeAsync('inner', async () => tf.scalar(1));
      await pause(1);
      expect(inner.dataSync()[0]).toBe(1);
    });
    check.expectNone('both scopes');
  });

  it('refuses two at the same time, frees nothing of theirs, and leaves the stack in order', async () => {
    const depth = tf.engine().state.scopeStack.length;
    const check = leakCheck();
    const early = scopeAsync('early', async () => {
      await pause(5);
      return tf.scalar(1);
    });
    const late = scopeAsync('late', async () => {
      await pause(20);
      return tf.scalar(2);
    });
    await expect(early).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: scopeAsync 'early': it must be the innermost open scope when it ends. Received: 'late' is still open. Run async scopes one after the other, or one inside the other; none of the tensors was freed.]`,
    );
    const result = await late;
    expect(result.dataSync()[0]).toBe(2);
    expect(tf.engine().state.scopeStack.length).toBe(depth);
    result.dispose();
    check.expectNone('late freed the rest');
    scope(() => tf.scalar(1)).dispose();
  });
});
