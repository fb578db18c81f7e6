// Lab 5, over- and underfitting: a solution. Yours may look different; what counts is that every step passes.
// 实验 5，过拟合与欠拟合：一种解答。你的写法可以不同，只要每一步都通过。
import { Dense, Dropout, regularizers, Sequential } from '@tenlab/layers';

/** Which words each text holds, of shape [texts, 1000]; 1 for praise, 0 for blame. / 每段文字含有哪些词，形状 [文本, 1000]；1 是好评，0 是差评。 */
export interface Texts {
  x: { data: Float32Array; shape: number[] };
  y: Uint8Array;
}

/** Step 1. However often a word comes, its place holds a 1. / 一个词无论出现几次，它的位置都是 1。 */
export function multiHot(numbers: number[], words: number): number[] {
  const row = new Array<number>(words).fill(0);
  for (const number of numbers) if (number !== 0) row[number] = 1;
  return row;
}

/** Step 2. / 第 2 步。 */
export function buildModel(units: number): Sequential {
  return new Sequential([
    new Dense({ units, activation: 'relu', inputShape: [1000] }),
    new Dense({ units, activation: 'relu' }),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
}

/** Step 3. The last layer is left alone: it is to answer, not to be held back. / 最后一层不加约束：它要负责回答。 */
export function buildRegularised(units: number): Sequential {
  const hidden = { units, activation: 'relu', kernelRegularizer: new regularizers.L2({ l2: 0.001 }) } as const;
  return new Sequential([
    new Dense({ ...hidden, inputShape: [1000] }),
    new Dropout({ rate: 0.5 }),
    new Dense({ ...hidden }),
    new Dropout({ rate: 0.5 }),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
}

/** Step 4. / 第 4 步。 */
export async function train(model: Sequential, training: Texts, validation: Texts): Promise<Record<string, number[]>> {
  const { history } = await model.fit(training.x, training.y, {
    epochs: 3,
    validationData: [validation.x, validation.y],
  });
  return history;
}

/** Step 5. / 第 5 步。 */
export function diagnose(loss: number[], validationLoss: number[]): 'overfitting' | 'underfitting' | 'fine' {
  const stillFalls = (values: number[]) => values.at(-1)! < values.at(-2)!;
  if (validationLoss.at(-1)! >= 1.1 * Math.min(...validationLoss)) return 'overfitting';
  return stillFalls(loss) && stillFalls(validationLoss) ? 'underfitting' : 'fine';
}
