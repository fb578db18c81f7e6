import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImageArray } from './image-array';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('ImageArray', () => {
  const images = new ImageArray(Uint8Array.of(0, 51, 102, 255), [2, 1, 2, 1]);

  it('becomes a float tensor, scaled as NumPy would: byte / 255 in double, then rounded', () => {
    const tensor = images.toTensor({ scale: 1 / 255 });
    expect(tensor.shape).toEqual([2, 1, 2, 1]);
    expect(tensor.dtype).toBe('float32');
    expect([...tensor.dataSync()]).toEqual([0, 51 / 255, 102 / 255, 1].map(Math.fround));
    const plain = images.toTensor();
    expect([...plain.dataSync()]).toEqual([0, 51, 102, 255]);
    tf.dispose([tensor, plain]);
  });

  it('leaves one tensor, the result', () => {
    const before = tf.memory().numTensors;
    images.toTensor().dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    [0, 1, [0, 51]],
    [1, undefined, [102, 255]],
    [-1, undefined, [102, 255]],
    [0, -1, [0, 51]],
    [0, 9, [0, 51, 102, 255]],
    [2, 1, []],
  ])('slices from %d to %s without copying', (begin, end, bytes) => {
    const part = images.slice(begin, end);
    expect([...part.data]).toEqual(bytes);
    expect(part.data.buffer).toBe(images.data.buffer);
  });

  it('refuses a shape that does not fit', () => {
    expect(() => new ImageArray(new Uint8Array(3), [1, 2, 2, 1])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: ImageArray: 4 bytes for shape [1,2,2,1]. Received: 3. Pass [images, height, width, channels] whose product is the number of bytes.]`,
    );
  });
});
