// Lab 3, film reviews: the exercise. Fill in what says TODO, then run `npx tenlab check movie-reviews`.
// 实验 3，电影评论：练习。把写着 TODO 的地方补上，然后运行 `npx tenlab check movie-reviews --lang zh`。
import type { Sequential } from '@tenlab/layers';

/** Texts as rows of word numbers, all of one length; 1 for praise, 0 for blame. / 等长的词编号行；1 是好评，0 是差评。 */
export interface Texts {
  x: { data: Int32Array; shape: number[] };
  y: Uint8Array;
}

/**
 * Step 1. Turns words into numbers: 1 for the start of the text, then each word's number, 2 for a word that has none.
 *
 * 第 1 步：把词变成数：开头是 1，然后是每个词的编号，没有编号的词是 2。
 */
export function encode(words: string[], index: Map<string, number>): number[] {
  throw new Error(`TODO: encode ${words.length} words of ${index.size}`);
}

/** Step 2. Brings numbers to a length: what is too long loses its end, what is too short is filled with 0 behind. / 第 2 步：凑成同一长度：太长的去掉结尾，太短的在后面补 0。 */
export function pad(numbers: number[], length: number): number[] {
  throw new Error(`TODO: bring ${numbers.length} numbers to ${length}`);
}

/**
 * Step 3. Builds the network: embedding of 10,000 words with 16 numbers each (`inputShape: [null]`: texts of any length), global average
 * pooling, dense 16 with relu, dense 1 with sigmoid.
 *
 * 第 3 步：建立网络：10,000 个词、每个 16 个数的嵌入（`inputShape: [null]`，长度不限）、全局平均池化、全连接 16（relu）、全连接 1（sigmoid）。
 */
export function buildModel(): Sequential {
  throw new Error('TODO: build the network');
}

/** Step 4. Compiles it for yes or no. / 第 4 步：为“是或否”编译。 */
export function compileModel(model: Sequential): Sequential {
  throw new Error(`TODO: compile ${model.name}`);
}

/** Step 5. Trains for three epochs and watches by the texts for it. / 第 5 步：训练三个轮次，并用相应的文本观察。 */
export async function train(model: Sequential, training: Texts, validation: Texts, test: Texts): Promise<Sequential> {
  throw new Error(
    `TODO: train ${model.name} on ${training.y.length}, ${validation.y.length} or ${test.y.length} texts`,
  );
}

/** Step 6. After which epoch (from 1) was the validation loss least? / 第 6 步：哪个轮次（从 1 数起）之后验证损失最低？ */
export function bestEpoch(history: { loss: number[]; val_loss: number[] }): number {
  throw new Error(`TODO: find the best of ${history.val_loss.length} epochs`);
}
