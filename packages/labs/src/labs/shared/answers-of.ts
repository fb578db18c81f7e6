import type { ArrayData, Callback, Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { type Answers, readAnswers } from './class-answers';

/** What a model that ends in softmax says of each example, `batchSize` at a time. */
export async function answersOf(
  model: Model,
  x: ArrayData,
  classes: number,
  callbacks: Callback[],
  batchSize = 32,
): Promise<Answers> {
  const output = (await model.predict(x, { verbose: 0, callbacks, batchSize })) as tf.Tensor;
  try {
    return readAnswers((await output.data()) as Float32Array, classes, (own) => own);
  } finally {
    output.dispose();
  }
}
