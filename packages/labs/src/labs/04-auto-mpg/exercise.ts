// Lab 4, fuel: the exercise. Fill in what says TODO, then run `npx tenlab check auto-mpg`.
// 实验 4，油耗：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check auto-mpg --lang zh`。
import type { Sequential } from '@tenlab/layers';

/** Normalised features of shape [cars, 9], and the miles per gallon of each car. / 归一化的特征，形状 [车, 9]，以及每辆车的每加仑英里数。 */
export interface Cars {
  x: { data: Float32Array; shape: number[] };
  y: Float32Array;
}

/** Step 1. Leaves out the rows that hold a NaN: an unknown value. / 第 1 步：去掉含 NaN（缺失值）的行。 */
export function withoutUnknown(rows: number[][]): number[][] {
  throw new Error(`TODO: look through ${rows.length} rows`);
}

/** Step 2. One-hot: as many numbers as there are origins, a 1 at the place of this one. / 第 2 步：独热编码：有几个产地就有几个数，对应位置为 1。 */
export function oneHot(origin: string, origins: string[]): number[] {
  throw new Error(`TODO: ${origin} among ${origins.length}`);
}

/**
 * Step 3. Brings a feature to mean 0 and deviation 1, of training and test cars: `(x - mean) / deviation`. Whose mean, whose deviation?
 *
 * 第 3 步：把一个特征变成均值 0、标准差 1，训练和测试都要：`(x - mean) / deviation`。用谁的均值和标准差？
 */
export function normalise(train: number[], test: number[]): { train: number[]; test: number[] } {
  throw new Error(`TODO: normalise ${train.length} + ${test.length} values`);
}

/** Step 4. Builds the network: 9 features, two hidden layers of 64 with relu, one number. / 第 4 步：建立网络：9 个特征，两个 64 的隐藏层（relu），输出一个数。 */
export function buildModel(): Sequential {
  throw new Error('TODO: build the network');
}

/** Step 5. Compiles it: RMSprop with .001, the mean squared error as loss, `mae` as metric. / 第 5 步：编译：RMSprop .001，均方误差做损失，`mae` 做指标。 */
export function compileModel(model: Sequential): Sequential {
  throw new Error(`TODO: compile ${model.name}`);
}

/**
 * Step 6. Trains for at most 1,000 epochs, a fifth held back for validation, and stops when the validation loss has not improved for 10.
 *
 * 第 6 步：最多训练 1,000 个轮次，留出五分之一做验证，验证损失连续 10 轮没有改善就停止。
 */
export async function train(model: Sequential, training: Cars, test: Cars): Promise<Sequential> {
  throw new Error(`TODO: train ${model.name} on ${training.y.length} or ${test.y.length} cars`);
}

/** Step 7. By how much the predictions are off, on average. / 第 7 步：预测平均差多少。 */
export function meanAbsoluteError(truth: number[], predicted: number[]): number {
  throw new Error(`TODO: compare ${truth.length} with ${predicted.length}`);
}
