// Lab 10, convolutional networks from parts: a solution. Yours may look different; what counts is that every step passes.
// 实验 10，从零件搭建卷积网络：一种解答。你的写法可以不同，只要每一步都通过。
import { Conv2D, Dense, Flatten, MaxPooling2D, Sequential } from '@tenlab/layers';

/** Step 1. Each filter has a weight for each place and channel, and one bias. / 每个滤波器对每个位置和通道有一个权重，再加一个偏置。 */
export function parameters(kernelSize: number, channels: number, filters: number): number {
  return (kernelSize * kernelSize * channels + 1) * filters;
}

/** Step 2. / 第 2 步。 */
export function outputSize(height: number, kernelSize: number, padding: 'valid' | 'same'): number {
  return padding === 'same' ? height : height - kernelSize + 1;
}

/** Step 3. / 第 3 步。 */
export function maxPool(rows: number[][]): number[][] {
  return Array.from({ length: Math.floor(rows.length / 2) }, (_, y) =>
    Array.from({ length: Math.floor(rows[0]!.length / 2) }, (_, x) =>
      Math.max(rows[2 * y]![2 * x]!, rows[2 * y]![2 * x + 1]!, rows[2 * y + 1]![2 * x]!, rows[2 * y + 1]![2 * x + 1]!),
    ),
  );
}

/** Step 4. / 第 4 步。 */
export function buildLeNet(): Sequential {
  return new Sequential([
    new Conv2D({ filters: 6, kernelSize: 5, padding: 'same', activation: 'relu', inputShape: [28, 28, 1] }),
    new MaxPooling2D(),
    new Conv2D({ filters: 16, kernelSize: 5, activation: 'relu' }),
    new MaxPooling2D(),
    new Flatten(),
    new Dense({ units: 120, activation: 'relu' }),
    new Dense({ units: 84, activation: 'relu' }),
    new Dense({ units: 10 }),
  ]);
}

/** Step 5. Whoever chooses by the test pictures is no longer tested by them. / 按测试图片来选，测试就不再是测试了。 */
export function choose(accuracies: Record<string, { validation: number; test: number }>): string {
  const [best] = Object.entries(accuracies).sort(([, one], [, other]) => other.validation - one.validation);
  return best![0];
}
