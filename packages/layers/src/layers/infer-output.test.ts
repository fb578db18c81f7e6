import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CallOptions, Dense, Flatten, Input, type KerasTensor, Layer, Model, Sequential } from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

/** Says nothing of its shapes. */
class Own extends Layer {
  static override readonly className: string = 'Own';
  override call(inputs: tf.Tensor) {
    return { twice: tf.concat([inputs, inputs], -1), sum: tf.sum(inputs, -1), kind: tf.argMax(inputs, -1) };
  }
}

describe('a layer without computeOutputShape', () => {
  test('has its shapes found by calling it', async () => {
    const outputs = new Own().apply<Record<string, KerasTensor>>(Input({ shape: [5, 4] }));
    expect(outputs.twice?.shape).toEqual([null, 5, 8]);
    expect(outputs.sum?.shape).toEqual([null, 5]);
    expect(outputs.kind?.dtype).toBe('int32');
    const unknown = new Own().apply<Record<string, KerasTensor>>(Input({ shape: [null, 4] }));
    expect(unknown.twice?.shape).toEqual([null, null, 8]);
    await expectNoLeak(() => {
      new Own().apply(Input({ shape: [5, 4] }));
      return [];
    });
  });

  test("may be a model of one's own inside another", () => {
    class Inner extends Model {
      static override readonly className: string = 'Inner';
      readonly dense = new Dense({ units: 3 });
      override call(inputs: tf.Tensor, _options: CallOptions) {
        return this.dense.apply(inputs);
      }
    }
    const model = new Sequential([new Flatten({ inputShape: [2, 2] }), new Inner(), new Dense({ units: 1 })]);
    expect(model.outputShape).toEqual([null, 1]);
    expect(model.countParams()).toBe(15 + 4);
  });
});
