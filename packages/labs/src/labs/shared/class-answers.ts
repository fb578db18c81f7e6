/** What a network says of each test image. */
export interface Answers {
  /** What it gave, a number for each class, one image after the other. */
  logits: Float32Array;
  /** The class with the largest number. */
  predictions: Uint8Array;
  /** Its probability. */
  confidence: Float32Array;
}

/**
 * Turns logits into probabilities: `p_i = exp(z_i) / Σ exp(z_j)`, with the largest logit subtracted first so that nothing
 * overflows.
 *
 * @example
 * softmax(Float32Array.of(0, Math.log(3))); // Float32Array [0.25, 0.75]
 */
export function softmax(logits: Float32Array): Float32Array {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Reads each image's answer from its logits; `toProbabilities` makes probabilities of them, for a network that gives
 * probabilities already the function that changes nothing.
 */
export function readAnswers(logits: Float32Array, classes: number, toProbabilities = softmax): Answers {
  const count = logits.length / classes;
  const predictions = new Uint8Array(count);
  const confidence = new Float32Array(count);
  for (let image = 0; image < count; image++) {
    const own = logits.subarray(image * classes, (image + 1) * classes);
    const best = own.reduce((winner, logit, index) => (logit > own[winner]! ? index : winner), 0);
    predictions[image] = best;
    confidence[image] = toProbabilities(own)[best]!;
  }
  return { logits, predictions, confidence };
}

/**
 * The images to look at: wrong ones first, the surest mistakes before all, filled up with right ones in their order.
 *
 * A sure mistake teaches most: either the model has learned something false, or the label is disputable.
 */
export function worthSeeing(
  answers: Answers,
  labels: ArrayLike<number>,
  count: number,
): { wrong: number[]; right: number[] } {
  const all = Array.from(answers.predictions.keys());
  const wrong = all
    .filter((image) => answers.predictions[image] !== labels[image])
    .sort((a, b) => answers.confidence[b]! - answers.confidence[a]!)
    .slice(0, count / 2);
  const right = all.filter((image) => answers.predictions[image] === labels[image]).slice(0, count - wrong.length);
  return { wrong, right };
}
