import { inspectData } from '@tenlab/datasets';
import { expect, it } from 'vitest';
import { describeReport } from './data-report';

const rows = (...values: number[]) => ({
  count: values.length,
  at: (index: number) => Float64Array.of(values[index]!),
});

it('says what there is, and marks what is to be mended', () => {
  const report = inspectData({
    train: { ...rows(1, 2, 2, Number.NaN), labels: [0, 0, 1, 0] },
    test: { ...rows(2, 9), labels: [1, 1] },
    classNames: ['cat', 'dog'],
  });
  expect(
    describeReport(report)
      .map(({ text, isFault }) => `${isFault ? '!' : ' '} ${text}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "  examples    4 to train on, 2 to test with
      values      1 to 2, mean 1.667, deviation 0.4714
    ! unknown     1 values: leave those rows out, or fill them in
      class       cat: 3 + 0
      class       dog: 1 + 2
    ! balance     the most frequent class has 3 times the examples of the rarest: weigh them
    ! duplicates  1 in training, 0 in the test part
    ! labels      1 duplicates have another label than the first one
    ! leakage     1 test examples are in the training part too"
  `);
});

it('says nothing of classes and a test part where there are none', () => {
  const lines = describeReport(inspectData({ train: rows(1, 2) })).map(({ text }) => text);
  expect(lines.some((line) => /^(class|leakage|balance)/.test(line))).toBe(false);
});
