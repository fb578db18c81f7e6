// Lab 1, handwritten digits: the exercise. Fill in what says TODO, then run `npx tenlab check mnist-digits`.
// 实验 1，手写数字：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check mnist-digits --lang zh`。
import type { Sequential } from '@tenlab/layers';

/** Images as numbers, row by row, of shape [images, 28, 28, 1], and the digit of each. / 图片的数值和每张的数字。 */
export interface Examples {
  x: { data: Float32Array; shape: number[] };
  y: Uint8Array;
}

/** Step 1. Brings pixels from 0 … 255 to 0 … 1. / 第 1 步：把像素从 0…255 变到 0…1。 */
export function normalise(pixels: Uint8Array): Float32Array {
  throw new Error(`TODO: normalise ${pixels.length} pixels`);
}

/**
 * Step 2. Builds the network: convolution of 32 filters 3 x 3 with relu, pooling, convolution of 64 with relu, pooling, flatten,
 * dense 64 with relu, dense 10 (logits: no activation).
 *
 * 第 2 步：建立网络：32 个 3 x 3 滤波器的卷积（relu）、池化、64 个的卷积（relu）、池化、展平、全连接 64（relu）、全连接 10（logits，无激活）。
 */
export function buildModel(): Sequential {
  throw new Error('TODO: build the network');
}

/** Step 3. Compiles it: optimizer, loss and the metric accuracy. / 第 3 步：编译：优化器、损失和指标 accuracy。 */
export function compileModel(model: Sequential): Sequential {
  throw new Error(`TODO: compile ${model.name}`);
}

/** Step 4. Trains it for two epochs. Which of the two sets is for training? / 第 4 步：训练两个轮次。该用哪一组数据？ */
export async function train(model: Sequential, training: Examples, test: Examples): Promise<Sequential> {
  throw new Error(`TODO: train ${model.name} on ${training.y.length} or ${test.y.length} images`);
}

/** Step 5. Reads the digit from ten logits. / 第 5 步：从十个 logits 读出数字。 */
export function readDigit(logits: Float32Array): number {
  throw new Error(`TODO: find the digit among ${logits.length} logits`);
}
