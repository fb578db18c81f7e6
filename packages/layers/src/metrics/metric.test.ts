import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Metric } from './metric';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('metric', () => {
  test('prints what the documentation of Metric says', () => {
    class Count extends Metric {
      readonly #count = this.addVariable({ name: 'count', shape: [] });
      override updateState(values: tf.Tensor) {
        this.#count.assignAdd(tf.scalar(values.size));
      }
      override result() {
        return tf.clone(this.#count.read());
      }
    }
    const count = new Count();
    count.updateState(tf.ones([3]));
    expectClose(count.result().dataSync(), [3], { rtol: 0, atol: 6e-5 });
  });
});
