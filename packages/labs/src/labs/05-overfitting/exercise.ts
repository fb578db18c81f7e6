// Lab 5, over- and underfitting: the exercise. Fill in what says TODO, then run `npx tenlab check overfitting`.
// 实验 5，过拟合与欠拟合：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check overfitting --lang zh`。
import type { Sequential } from '@tenlab/layers';

/** Which words each text holds, of shape [texts, 1000]; 1 for praise, 0 for blame. / 每段文字含有哪些词，形状 [文本, 1000]；1 是好评，0 是差评。 */
export interface Texts {
  x: { data: Float32Array; shape: number[] };
  y: Uint8Array;
}

/**
 * Step 1. Which words a text holds: a row of `words` zeros, with 1 at the number of each word; 0 stands for no word.
 *
 * 第 1 步：一段文字含有哪些词：一行 `words` 个 0，出现的词的编号处为 1；编号 0 不代表词。
 */
export function multiHot(numbers: number[], words: number): number[] {
  throw new Error(`TODO: ${numbers.length} of ${words} words`);
}

/** Step 2. Builds a network over 1000 words: two hidden layers of `units` with relu, one sigmoid. / 第 2 步：建立 1000 个词上的网络：两个 `units` 的隐藏层（relu）、一个 sigmoid。 */
export function buildModel(units: number): Sequential {
  throw new Error(`TODO: two layers of ${units}`);
}

/**
 * Step 3. The same, held back: L2 of .001 on the kernel of both hidden layers, and dropout of .5 after each of them.
 *
 * 第 3 步：同样的网络加上约束：两个隐藏层的核都用 L2 .001，每层之后 dropout .5。
 */
export function buildRegularised(units: number): Sequential {
  throw new Error(`TODO: two layers of ${units}, held back`);
}

/** Step 4. Trains a compiled network for three epochs, watches by the validation texts, returns what each metric did. / 第 4 步：训练三个轮次，用验证文本观察，返回各项指标的变化。 */
export async function train(model: Sequential, training: Texts, validation: Texts): Promise<Record<string, number[]>> {
  throw new Error(`TODO: train ${model.name} on ${training.y.length} texts, watch by ${validation.y.length}`);
}

/**
 * Step 5. What do the curves say? `overfitting`: the validation loss ends at least a tenth above its least. `underfitting`: both losses still
 * fall in the last epoch. Otherwise `fine`.
 *
 * 第 5 步：曲线说明什么？验证损失最后比最低值高至少十分之一：`overfitting`。两个损失在最后一轮都还在下降：`underfitting`。否则 `fine`。
 */
export function diagnose(loss: number[], validationLoss: number[]): 'overfitting' | 'underfitting' | 'fine' {
  throw new Error(`TODO: look at ${loss.length} and ${validationLoss.length} epochs`);
}
