// Lab 2, clothes: the exercise. Fill in what says TODO, then run `npx tenlab check fashion-mnist`.
// 实验 2，服装：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check fashion-mnist --lang zh`。
import type { Callback, Sequential } from '@tenlab/layers';

/** Pictures as numbers from 0 to 1, of shape [pictures, 28, 28, 1], and the class of each. / 0 到 1 的图片数值和每张的类别。 */
export interface Examples {
  x: { data: Float32Array; shape: number[] };
  y: Uint8Array;
}

/**
 * Step 1. Max pooling by hand: of each 2 x 2 the largest, row by row. Four by four numbers become two by two.
 *
 * 第 1 步：亲手做最大池化：每个 2 x 2 取最大，逐行进行。4 x 4 的数变成 2 x 2。
 */
export function maxPool(picture: number[][]): number[][] {
  throw new Error(`TODO: pool ${picture.length} rows`);
}

/** Step 2. Builds the network: flatten, dense 128 with relu, dense 10 with softmax. / 第 2 步：建立网络：展平、全连接 128（relu）、全连接 10（softmax）。 */
export function buildModel(): Sequential {
  throw new Error('TODO: build the network');
}

/** Step 3. Compiles it. The last layer gives probabilities: what does that mean for the loss? / 第 3 步：编译。最后一层给出概率，损失该怎么写？ */
export function compileModel(model: Sequential): Sequential {
  throw new Error(`TODO: compile ${model.name}`);
}

/** Step 4. A callback that stops training once the accuracy is greater than 0.9. / 第 4 步：一个回调，准确率超过 0.9 就停止训练。 */
export function stopWhenGood(): Callback {
  throw new Error('TODO: make the callback');
}

/**
 * Step 5. Trains for two epochs, with a tenth of the training pictures held back for validation and the callback of step 4.
 *
 * 第 5 步：训练两个轮次，留出十分之一的训练图片做验证，并使用第 4 步的回调。
 */
export async function train(model: Sequential, training: Examples, test: Examples): Promise<Sequential> {
  throw new Error(`TODO: train ${model.name} on ${training.y.length} or ${test.y.length} pictures`);
}

/** Step 6. What the ten probabilities say: the name of the class. / 第 6 步：十个概率说的是哪一类：给出类名。 */
export function nameOf(probabilities: Float32Array, classNames: string[]): string {
  throw new Error(`TODO: choose among ${probabilities.length} of ${classNames.length}`);
}
