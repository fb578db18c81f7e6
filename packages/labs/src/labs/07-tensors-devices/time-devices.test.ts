import { backendReport, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { timeDevices } from './time-devices';

it('times each device, which all come to the same, and goes back to the one in use', async () => {
  await useBackend('wasm', { threads: 2 });
  const before = tf.memory().numTensors;
  const devices = await timeDevices([8, 32], 3);
  expect(devices.map(({ name }) => name)).toEqual(expect.arrayContaining(['wasm', 'cpu']));
  for (const { milliseconds, sum } of devices) {
    expect(milliseconds).toHaveLength(2);
    expect(Math.min(...milliseconds)).toBeGreaterThan(0);
    expect(sum).toBeCloseTo(devices[0]!.sum, 2);
  }
  expect(backendReport()).toMatchObject({ name: 'wasm', threads: 2 });
  expect(tf.memory().numTensors).toBe(before);
});
