// Lab 6, save and restore: the exercise. Fill in what says TODO, then run `npx tenlab check save-restore`.
// 实验 6，保存与恢复：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check save-restore --lang zh`。
import type { Model } from '@tenlab/layers';

/** Step 1. The name of the checkpoint of an epoch, which is counted from 0 in a callback: `cp-0001.ckpt` for the first. / 第 1 步：检查点的名字；回调里轮次从 0 数起，第一轮是 `cp-0001.ckpt`。 */
export function checkpointName(epoch: number): string {
  throw new Error(`TODO: name epoch ${epoch}`);
}

/** Step 2. The newest of these names, by the epoch in it; undefined where there is none. / 第 2 步：按名字里的轮次找最新的；没有则为 undefined。 */
export function newest(names: string[]): string | undefined {
  throw new Error(`TODO: find it among ${names.length}`);
}

/** Step 3. After which epochs, from 1, does `saveBestOnly` save? Whenever the validation loss is less than ever. / 第 3 步：`saveBestOnly` 在哪些轮次（从 1 数）之后保存？验证损失创新低时。 */
export function savedEpochs(validationLoss: number[]): number[] {
  throw new Error(`TODO: look at ${validationLoss.length} epochs`);
}

/** Step 4. Gives `other` the weights of `model`, through the bytes of a safetensors file. / 第 4 步：经由 safetensors 文件的字节，把 `model` 的权重交给 `other`。 */
export async function copyWeights(model: Model, other: Model): Promise<void> {
  throw new Error(`TODO: from ${model.name} to ${other.name}`);
}

/** Step 5. A model of its own with all that `model` has, through the bytes of a `.keras` file. / 第 5 步：经由 `.keras` 文件的字节，得到一个与 `model` 完全一样的独立模型。 */
export async function copyModel(model: Model): Promise<Model> {
  throw new Error(`TODO: copy ${model.name}`);
}
