import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { lazyLogs } from './logs';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('lazyLogs', () => {
  test('prints what the documentation says, in alphabetical order', () => {
    const { logs } = lazyLogs({ loss: tf.scalar(0.5), accuracy: tf.scalar(1) });
    expect(logs.loss).toBe(0.5);
    expect(Object.keys(logs)).toEqual(['accuracy', 'loss']);
    expect({ ...logs }).toEqual({ accuracy: 1, loss: 0.5 });
  });

  test('reads a value once, when it is looked at', () => {
    const tensor = tf.scalar(2);
    const read = vi.spyOn(tensor, 'dataSync');
    const { logs } = lazyLogs({ loss: tensor });
    expect(read).not.toHaveBeenCalled();
    expect(logs.loss).toBe(logs.loss);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('frees the tensors when closed, keeps what was read, and says that the rest is gone', async () => {
    await expectNoLeak(() => {
      const { logs, close } = lazyLogs({ loss: tf.scalar(2), mae: tf.scalar(3) });
      expect(logs.mae).toBe(3);
      close();
      expect(logs.mae).toBe(3);
      expect(() => logs.loss).toThrowErrorMatchingInlineSnapshot(
        `[TenlabError: logs.loss: logs must be read while the callback runs. Received: a look at it after the next step. Copy the values you want to keep: \`const kept = { ...logs }\`.]`,
      );
      return [];
    });
  });
});
