// Lab 10, convolutional networks from parts: the exercise. Fill in what says TODO, then run `npx tenlab check cnn`.
// 实验 10，从零件搭建卷积网络：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check cnn --lang zh`。
import type { Sequential } from '@tenlab/layers';

/** Step 1. How many weights a convolution has, biases counted. / 第 1 步：一个卷积层有多少权重，偏置也算。 */
export function parameters(kernelSize: number, channels: number, filters: number): number {
  throw new Error(`TODO: ${filters} filters of ${kernelSize} x ${kernelSize} x ${channels}`);
}

/** Step 2. The height of what a convolution gives, for a picture of this height. / 第 2 步：图片有这么高时，卷积输出的高度。 */
export function outputSize(height: number, kernelSize: number, padding: 'valid' | 'same'): number {
  throw new Error(`TODO: ${height} with ${kernelSize}, ${padding}`);
}

/** Step 3. Pooling: the largest number of each 2 x 2. / 第 3 步：池化：每个 2 x 2 中最大的数。 */
export function maxPool(rows: number[][]): number[][] {
  throw new Error(`TODO: pool ${rows.length} rows`);
}

/**
 * Step 4. Builds LeNet for pictures of 28 x 28 x 1: 6 filters of 5 x 5 with padding `same`, pooling, 16 filters of 5 x 5 without padding,
 * pooling, flatten, dense 120, dense 84, dense 10 (logits). All but the last with relu.
 *
 * 第 4 步：为 28 x 28 x 1 的图片建立 LeNet：6 个 5 x 5 滤波器（`same` 填充）、池化、16 个 5 x 5 滤波器（不填充）、池化、展平、全连接 120、84、10（logits）。除最后一层外都用 relu。
 */
export function buildLeNet(): Sequential {
  throw new Error('TODO: build LeNet');
}

/**
 * Step 5. Which network to take: the name of the one with the greatest accuracy on the pictures held back, not on the test pictures.
 *
 * 第 5 步：选哪个网络：按留出图片（不是测试图片）上的准确率，返回最高者的名字。
 */
export function choose(accuracies: Record<string, { validation: number; test: number }>): string {
  throw new Error(`TODO: choose among ${Object.keys(accuracies).join(', ')}`);
}
