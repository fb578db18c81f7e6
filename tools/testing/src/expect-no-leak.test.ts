import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { expectNoLeak } from './expect-no-leak';

beforeAll(() => tf.setBackend('cpu'));

test('results are not leaks', async () => {
  await expectNoLeak(() => ({ total: tf.zeros([2]), parts: [tf.ones([1]), tf.ones([2])] }));
  await expectNoLeak(async () => tf.tidy(() => tf.add(tf.ones([2]), 1)));
});

test('a tensor left behind is', async () => {
  const leak = expectNoLeak(() => tf.add(tf.ones([2]), tf.ones([2])));
  await expect(leak).rejects.toThrow(
    'Received: numTensors 0 before, 2 after; numDataBuffers 0 before, 2 after; numBytes',
  );
  tf.disposeVariables();
});

test('so is one too many disposed', async () => {
  const mine = tf.ones([2]);
  await expect(expectNoLeak(() => mine)).rejects.toThrow('numTensors');
});
