import { TenlabError, useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Embedding, LSTM, Sequential } from '../index';
import { withRoomFor } from './room-for-weight';

beforeAll(async () => {
  await useBackend('wasm');
});

describe('a weight too large', () => {
  test('is named with its layer before anything is made, and nothing is left', async () => {
    await expectNoLeak(() => {
      const x = tf.ones([2, 5]);
      const layer = new Dense({ units: 1e9, name: 'huge' });
      expect(() => layer.apply(x)).toThrowErrorMatchingInlineSnapshot(
        `[TenlabError: Dense 'huge': there must be room for the weight 'kernel'. Received: shape (5, 1000000000), which is 19073.5 MiB. Give the layer fewer units or filters, or inputs with fewer features.]`,
      );
      layer.dispose();
      x.dispose();
      return [];
    });
  });

  test.each([
    [
      () => new Sequential([new Dense({ units: 1e9, inputShape: [2], name: 'huge' })]),
      /Dense '.*huge'.*weight 'kernel'/,
    ],
    [() => new Dense({ units: 1e9, kernelInitializer: 'zeros' }).build([null, 5]), /Dense 'dense.*weight 'kernel'/],
    [() => new Embedding({ inputDim: 1e9, outputDim: 8 }).build(), /Embedding 'embedding.*weight 'embeddings'/],
    [() => new LSTM({ units: 1e6 }).build([null, 5, 1]), /LSTM.*'lstm.*weight '(recurrent_)?kernel'.* MiB/],
  ])('%s', async (make, message) => {
    await expectNoLeak(() => {
      expect(make).toThrow(message);
      return [];
    });
  });

  test('that a backend has no room for is named too; other errors stay as they are', () => {
    const full = new TenlabError({ code: 'out-of-memory', expected: 'room', received: 0, remedy: 'less' });
    const fail = (error: Error) => () =>
      withRoomFor('Dense', 'kernel', [2, 3], () => {
        throw error;
      });
    expect(fail(full)).toThrow(/Dense: there must be room for the weight 'kernel'. Received: shape \(2, 3\)/);
    expect(fail(new RangeError('Invalid typed array length'))).toThrow(/room for the weight 'kernel'/);
    expect(fail(new TypeError('other'))).toThrow(TypeError);
  });
});
