// Lab 2, clothes: a solution. Yours may look different; what counts is that every step passes.
// 实验 2，服装：一种解答。你的写法可以不同，只要每一步都通过。
import { StopWhen } from '@tenlab/callbacks';
import { type Callback, Dense, Flatten, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/** Pictures as numbers from 0 to 1, of shape [pictures, 28, 28, 1], and the class of each. / 0 到 1 的图片数值和每张的类别。 */
export interface Examples {
  x: { data: Float32Array; shape: number[] };
  y: Uint8Array;
}

/** Step 1. Every second row and column begins a block. / 每隔一行一列是一个块的开头。 */
export function maxPool(picture: number[][]): number[][] {
  const pooled: number[][] = [];
  for (let y = 0; y + 1 < picture.length; y += 2) {
    const [upper, lower] = [picture[y]!, picture[y + 1]!];
    const row: number[] = [];
    for (let x = 0; x + 1 < upper.length; x += 2) {
      row.push(Math.max(upper[x]!, upper[x + 1]!, lower[x]!, lower[x + 1]!));
    }
    pooled.push(row);
  }
  return pooled;
}

/** Step 2. The list may be written as one, or layer by layer with `add`. / 可以一次写成列表，也可以用 `add` 逐层添加。 */
export function buildModel(): Sequential {
  const model = new Sequential();
  model.add(new Flatten({ inputShape: [28, 28, 1] }));
  model.add(new Dense({ units: 128, activation: 'relu' }));
  model.add(new Dense({ units: 10, activation: 'softmax' }));
  return model;
}

/** Step 3. Softmax is the last layer's, so the loss takes no logits. / softmax 已在最后一层，损失就不再接收 logits。 */
export function compileModel(model: Sequential): Sequential {
  model.compile({ optimizer: 'adam', loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] });
  return model;
}

/** Step 4. A class of one's own that sets `this.model.stopTraining` does it as well. / 自己写类并设置 `this.model.stopTraining` 也可以。 */
export function stopWhenGood(): Callback {
  return new StopWhen({ metric: 'accuracy', above: 0.9 });
}

/** Step 5. The test pictures have no part in it. / 测试图片不参与训练。 */
export async function train(model: Sequential, training: Examples, _test: Examples): Promise<Sequential> {
  await model.fit(training.x, training.y, { epochs: 2, validationSplit: 0.1, callbacks: [stopWhenGood()] });
  return model;
}

/** Step 6. Classes count from 0, as the places of the probabilities do. / 类别从 0 数起，概率的位置也是。 */
export function nameOf(probabilities: Float32Array, classNames: string[]): string {
  return classNames[probabilities.indexOf(Math.max(...probabilities))]!;
}
