// Lab 4, fuel: a solution. Yours may look different; what counts is that every step passes.
// 实验 4，油耗：一种解答。你的写法可以不同，只要每一步都通过。
import { EarlyStopping } from '@tenlab/callbacks';
import { Dense, RMSprop, Sequential } from '@tenlab/layers';

/** Normalised features of shape [cars, 9], and the miles per gallon of each car. / 归一化的特征，形状 [车, 9]，以及每辆车的每加仑英里数。 */
export interface Cars {
  x: { data: Float32Array; shape: number[] };
  y: Float32Array;
}

/** Step 1. NaN equals nothing, not even itself: ask `Number.isNaN`. / NaN 不等于任何东西，包括它自己：要用 `Number.isNaN`。 */
export function withoutUnknown(rows: number[][]): number[][] {
  return rows.filter((row) => !row.some((value) => Number.isNaN(value)));
}

/** Step 2. / 第 2 步。 */
export function oneHot(origin: string, origins: string[]): number[] {
  return origins.map((name) => (name === origin ? 1 : 0));
}

/** Step 3. The test cars are not to be known: their mean is not used, not even for themselves. / 测试数据应当未知：不用它的均值，对它自己也不用。 */
export function normalise(train: number[], test: number[]): { train: number[]; test: number[] } {
  const mean = train.reduce((sum, value) => sum + value, 0) / train.length;
  const variance = train.reduce((sum, value) => sum + (value - mean) ** 2, 0) / train.length;
  const scale = (value: number) => (value - mean) / Math.sqrt(variance);
  return { train: train.map(scale), test: test.map(scale) };
}

/** Step 4. No activation at the end: a number may be any. / 最后没有激活函数：结果可以是任意的数。 */
export function buildModel(): Sequential {
  return new Sequential([
    new Dense({ units: 64, activation: 'relu', inputShape: [9] }),
    new Dense({ units: 64, activation: 'relu' }),
    new Dense({ units: 1 }),
  ]);
}

/** Step 5. / 第 5 步。 */
export function compileModel(model: Sequential): Sequential {
  model.compile({ optimizer: new RMSprop({ learningRate: 0.001 }), loss: 'mse', metrics: ['mae'] });
  return model;
}

/** Step 6. / 第 6 步。 */
export async function train(model: Sequential, training: Cars, _test: Cars): Promise<Sequential> {
  await model.fit(training.x, training.y, {
    epochs: 1000,
    validationSplit: 0.2,
    callbacks: [new EarlyStopping({ monitor: 'val_loss', patience: 10 })],
  });
  return model;
}

/** Step 7. Without the absolute value, too much and too little would cancel out. / 不取绝对值，多和少就会互相抵消。 */
export function meanAbsoluteError(truth: number[], predicted: number[]): number {
  return truth.reduce((sum, value, index) => sum + Math.abs(value - predicted[index]!), 0) / truth.length;
}
