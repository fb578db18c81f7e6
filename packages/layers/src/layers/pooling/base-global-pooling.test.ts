import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

class GlobalMax extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalMax';
  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 1, 'max');
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

test('a global pooling takes all spatial axes away, or keeps them with length 1', () => {
  const x = tf.tensor3d([1, 7, 3, 2], [1, 2, 2]);
  expectClose(new GlobalMax().apply(x), [[3, 7]]);
  expectClose(new GlobalMax({ dataFormat: 'channels_first' }).apply(x), [[7, 3]]);
  expectClose(new GlobalMax({ keepdims: true }).apply(x), [[[3, 7]]]);
  expect(new GlobalMax({ keepdims: true }).computeOutputShape([null, 5, 2])).toEqual([null, 1, 2]);
});
