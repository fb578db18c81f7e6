import '@tensorflow/tfjs-backend-cpu';
import type { Callback, Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

/** The least a callback needs of a model: one weight, and the wish to stop. For tests only. */
export class FakeModel {
  stopTraining = false;
  readonly value = tf.tidy(() => tf.variable(tf.scalar(-1)));
  readonly weights = [
    {
      name: 'epoch',
      path: 'fake/epoch',
      shape: [],
      dtype: 'float32' as const,
      value: this.value,
      assign: (tensor: tf.Tensor) => this.value.assign(tensor as tf.Scalar),
    },
  ];

  /** Gives it to a callback, with what a run says of itself. */
  attach(callback: Callback, params: Partial<Callback['params']> = {}): this {
    callback.setModel(this as unknown as Model);
    callback.setParams({ epochs: 100, steps: 1, verbose: 0, ...params });
    return this;
  }

  setWeight(value: number): void {
    tf.tidy(() => this.value.assign(tf.scalar(value)));
  }

  get weight(): number {
    return this.value.dataSync()[0]!;
  }

  dispose(): void {
    this.value.dispose();
  }
}
