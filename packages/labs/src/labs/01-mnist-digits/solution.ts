// Lab 1, handwritten digits: a solution. Yours may look different; what counts is that every step passes.
// 实验 1，手写数字：一种解答。你的写法可以不同，只要每一步都通过。
import { Adam, Conv2D, Dense, Flatten, MaxPooling2D, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/** Images as numbers, row by row, of shape [images, 28, 28, 1], and the digit of each. / 图片的数值和每张的数字。 */
export interface Examples {
  x: { data: Float32Array; shape: number[] };
  y: Uint8Array;
}

/** Step 1. The result is of another type than the pixels: bytes cannot hold a fraction. / 结果类型与像素不同：字节存不下小数。 */
export function normalise(pixels: Uint8Array): Float32Array {
  return Float32Array.from(pixels, (pixel) => pixel / 255);
}

/** Step 2. The input has a channel, and no number of images. / 输入有通道数，没有图片数。 */
export function buildModel(): Sequential {
  return new Sequential([
    new Conv2D({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
    new MaxPooling2D(),
    new Conv2D({ filters: 64, kernelSize: 3, activation: 'relu' }),
    new MaxPooling2D(),
    new Flatten(),
    new Dense({ units: 64, activation: 'relu' }),
    new Dense({ units: 10 }),
  ]);
}

/** Step 3. Labels are numbers: sparse. The network gives logits: the loss applies softmax. / 标签是数，所以用 sparse；softmax 由损失来做。 */
export function compileModel(model: Sequential): Sequential {
  model.compile({
    optimizer: new Adam(),
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
  });
  return model;
}

/** Step 4. The test set is looked at, and not learned from. / 测试集只看，不学。 */
export async function train(model: Sequential, training: Examples, test: Examples): Promise<Sequential> {
  await model.fit(training.x, training.y, {
    epochs: 2,
    batchSize: 32,
    validationData: [test.x, test.y],
  });
  return model;
}

/** Step 5. The answer is the place of the largest logit, not its value. / 答案是最大 logit 的位置，而不是它的值。 */
export function readDigit(logits: Float32Array): number {
  return logits.indexOf(Math.max(...logits));
}
