import type { Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import type { LabContext } from '../../define-lab';
import type { Reviews } from '../shared/reviews';

/** A text, what it is, and how probable the network holds praise to be. */
export interface ReadReview {
  text: string;
  praise: boolean;
  probability: number;
}

/** What the network makes of texts and of single words. */
export interface ReviewAnswers {
  /** Of the test texts: the mistakes of which it was surest. */
  mistakes: ReadReview[];
  /** Of the test texts: the right answers of which it was surest. */
  sure: ReadReview[];
  /** The words that say most, for praise and for blame, among frequent ones. */
  words: { praise: string[]; blame: string[] };
}

/** Of how many of the most frequent words the lists are made: rare ones have been seen too seldom to mean much. */
const frequent = 2000;
const listed = 12;

/** Asks the network for each test text, and for each frequent word as a text of its own. */
export async function readReviews(
  model: Sequential,
  { test, codec, maxlen, numWords }: Reviews,
  callbacks: LabContext['callbacks'],
): Promise<ReviewAnswers> {
  const probabilities = await ask(model, test.x, callbacks);
  const read = (row: number): ReadReview => ({
    text: codec.decode(test.x.data.subarray(row * maxlen, (row + 1) * maxlen)).replace('[START] ', ''),
    praise: test.y.data[row] === 1,
    probability: probabilities[row]!,
  });
  const rows = Array.from(probabilities.keys());
  const isRight = (row: number) => probabilities[row]! > 0.5 === (test.y.data[row] === 1);
  const surest = (a: number, b: number) => Math.abs(probabilities[b]! - 0.5) - Math.abs(probabilities[a]! - 0.5);
  const words = Int32Array.from({ length: Math.min(frequent, numWords - 3) }, (_, index) => index + 3);
  const ofWords = await ask(model, { data: words, shape: [words.length, 1] }, callbacks);
  const byPraise = Array.from(words.keys()).sort((a, b) => ofWords[b]! - ofWords[a]!);
  const named = (indices: number[]) => indices.map((index) => codec.decode([words[index]!]));
  return {
    mistakes: rows
      .filter((row) => !isRight(row))
      .sort(surest)
      .slice(0, 4)
      .map(read),
    sure: rows.filter(isRight).sort(surest).slice(0, 4).map(read),
    words: { praise: named(byPraise.slice(0, listed)), blame: named(byPraise.slice(-listed).reverse()) },
  };
}

async function ask(
  model: Sequential,
  x: { data: Int32Array; shape: readonly number[] },
  callbacks: LabContext['callbacks'],
): Promise<Float32Array> {
  const output = (await model.predict(x, { verbose: 0, callbacks })) as tf.Tensor;
  const values = (await output.data()) as Float32Array;
  tf.dispose(output);
  return values;
}
