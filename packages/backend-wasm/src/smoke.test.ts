import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { startWasm } from './index';

test('smoke', async () => {
  console.log(await startWasm({ threads: 2 }));
  const a = tf.randomNormal([37, 301]);
  const b = tf.randomNormal([301, 83]);
  const av = a.dataSync();
  const bv = b.dataSync();
  const c = tf.matMul(a, b).dataSync();
  let worst = 0;
  for (let i = 0; i < 37; i++) for (let j = 0; j < 83; j++) {
    let s = 0;
    for (let k = 0; k < 301; k++) s += av[i * 301 + k]! * bv[k * 83 + j]!;
    worst = Math.max(worst, Math.abs(s - c[i * 83 + j]!));
  }
  expect(worst).toBeLessThan(1e-3);
  for (const [shape, filter, strides, pad, dil] of [
    [[2, 9, 8, 3], [3, 3, 3, 10], 1, 'valid', 1], [[2, 9, 8, 16], [3, 2, 16, 10], 2, 'same', 1], [[3, 12, 11, 40], [5, 5, 40, 17], 1, 'same', 1],[[3, 12, 11, 40], [1, 1, 40, 17], 2, 'valid', 1],
  ] as [number[], number[], number, 'valid' | 'same', number][]) {
    const x0 = tf.randomNormal(shape).arraySync();
    const w0 = tf.randomNormal(filter).arraySync();
    const run = () => {
      const f = (x: tf.Tensor, w: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, 'NHWC', dil);
      const x = tf.tensor(x0), w = tf.tensor(w0);
      const y = f(x, w);
      const dy = tf.cos(tf.reshape(tf.range(0, y.size), y.shape));
      const [dx, dw] = tf.grads(f)([x, w], dy);
      return [y, dx!, dw!].map((t) => t.dataSync());
    };
    const ours = run();
    await tf.setBackend('cpu');
    const theirs = run();
    await tf.setBackend('wasm');
    for (const i of [0, 1, 2]) {
      let worst = 0;
      ours[i]!.forEach((v, j) => { worst = Math.max(worst, Math.abs(v - theirs[i]![j]!)); });
      expect(worst, `${shape} ${filter} ${strides} ${pad} ${i}`).toBeLessThan(2e-3);
    }
  }
});
