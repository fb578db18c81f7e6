// Lab 3, film reviews: a solution. Yours may look different; what counts is that every step passes.
// 实验 3，电影评论：一种解答。你的写法可以不同，只要每一步都通过。
import { Dense, Embedding, GlobalAveragePooling1D, Sequential } from '@tenlab/layers';

/** Texts as rows of word numbers, all of one length; 1 for praise, 0 for blame. / 等长的词编号行；1 是好评，0 是差评。 */
export interface Texts {
  x: { data: Int32Array; shape: number[] };
  y: Uint8Array;
}

/** Step 1. A word without a number is not left out: that there was one says something too. / 没有编号的词也不丢掉：有过一个词，这本身也是信息。 */
export function encode(words: string[], index: Map<string, number>): number[] {
  return [1, ...words.map((word) => index.get(word) ?? 2)];
}

/** Step 2. A new row: the one that was given stays as it is. / 生成新的一行，原来的不变。 */
export function pad(numbers: number[], length: number): number[] {
  const kept = numbers.slice(0, length);
  return [...kept, ...new Array<number>(length - kept.length).fill(0)];
}

/** Step 3. The pooling makes one row of 16 of a text of any length. / 池化把任意长度的文本变成一行 16 个数。 */
export function buildModel(): Sequential {
  return new Sequential([
    new Embedding({ inputDim: 10_000, outputDim: 16, inputShape: [null] }),
    new GlobalAveragePooling1D(),
    new Dense({ units: 16, activation: 'relu' }),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
}

/** Step 4. One probability, of two answers: binary. / 两种回答、一个概率：binary。 */
export function compileModel(model: Sequential): Sequential {
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] });
  return model;
}

/** Step 5. The test texts are for the very end. / 测试文本留到最后。 */
export async function train(model: Sequential, training: Texts, validation: Texts, _test: Texts): Promise<Sequential> {
  await model.fit(training.x, training.y, { epochs: 3, validationData: [validation.x, validation.y] });
  return model;
}

/** Step 6. The training loss would say: the last one, always. / 训练损失只会说：总是最后一个。 */
export function bestEpoch(history: { loss: number[]; val_loss: number[] }): number {
  return history.val_loss.indexOf(Math.min(...history.val_loss)) + 1;
}
