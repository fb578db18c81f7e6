import { expect, it } from 'vitest';
import { readAnswers, softmax, worthSeeing } from './class-answers';

it('turns logits into probabilities, however large they are', () => {
  expect(Array.from(softmax(Float32Array.of(0, Math.log(3))), (p) => Math.round(1000 * p) / 1000)).toEqual([
    0.25, 0.75,
  ]);
  expect(Array.from(softmax(Float32Array.of(1e30, 1e30)))).toEqual([0.5, 0.5]);
});

const answers = readAnswers(Float32Array.of(0, 2, 1, 5, 0, 0, 0, 0, 0.5, 0, 9, 0), 3);

it('reads the class with the largest logit, and how sure it is', () => {
  expect(Array.from(answers.predictions)).toEqual([1, 0, 2, 1]);
  expect(answers.confidence[1]).toBeCloseTo(Math.exp(5) / (Math.exp(5) + 2), 5);
});

it('takes probabilities as they are where the network gives them', () => {
  const sure = readAnswers(Float32Array.of(0.25, 0.75), 2, (own) => own);
  expect([sure.predictions[0], sure.confidence[0]]).toEqual([1, 0.75]);
});

it('shows the surest mistakes first, then right answers in their order', () => {
  expect(worthSeeing(answers, [0, 0, 1, 2], 4)).toEqual({ wrong: [3, 0], right: [1] });
});

it('fills up with right answers where there are few mistakes', () => {
  expect(worthSeeing(answers, [1, 0, 2, 1], 3)).toEqual({ wrong: [], right: [0, 1, 2] });
});
