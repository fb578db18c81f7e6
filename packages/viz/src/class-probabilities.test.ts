import { expect, it } from 'vitest';
import { classProbabilities } from './class-probabilities';
import { toSVG } from './to-svg';

it('writes each class with its share, small ones included', async () => {
  const svg = await toSVG(classProbabilities({ probabilities: [0.0004, 0.9, 0.0996], classNames: ['a', 'b', 'c'] }));
  for (const label of ['&lt; 0.1 %', '90.0 %', '10.0 %']) expect(svg).toContain(label);
});

it('marks the largest one', () => {
  const spec = classProbabilities({ probabilities: [0.2, 0.8], classNames: ['a', 'b'] });
  const values = (spec as { data: { values: { largest: boolean }[] } }).data.values;
  expect(values.map((value) => value.largest)).toEqual([false, true]);
});

it('refuses logits, and says what to do', () => {
  expect(() =>
    classProbabilities({ probabilities: [-3, 7], classNames: ['a', 'b'] }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: classProbabilities: \`probabilities\` must be 2 numbers from 0 to 1, one for each class. Received: -3. Apply softmax to logits first: \`tf.softmax(logits)\`.]`,
  );
});

it('refuses too few probabilities', () => {
  expect(() => classProbabilities({ probabilities: [1], classNames: ['a', 'b'] })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: classProbabilities: \`probabilities\` must be 2 numbers from 0 to 1, one for each class. Received: 1 of them. Apply softmax to logits first: \`tf.softmax(logits)\`.]`,
  );
});
