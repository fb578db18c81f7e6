import { expect, it } from 'vitest';
import { confusionCounts, confusionMatrix } from './confusion-matrix';
import { toSVG } from './to-svg';

const classNames = ['no', 'yes', 'maybe'];

it('counts true classes by row and predicted ones by column', () => {
  const labels = [0, 0, 0, 1, 2];
  const predictions = Uint8Array.from([0, 1, 1, 1, 0]);
  expect(confusionCounts({ labels, predictions, classNames })).toEqual([
    [1, 2, 0],
    [0, 1, 0],
    [1, 0, 0],
  ]);
});

it('colours by the share of the row, so that a rare class is as strong as a common one', () => {
  const spec = confusionMatrix({ labels: [0, 0, 0, 0, 1], predictions: [0, 0, 0, 0, 1], classNames });
  const cells = (spec as { data: { values: { actual: string; right: boolean; shade: number }[] } }).data.values;
  expect(cells.filter((cell) => cell.right).map((cell) => cell.shade)).toEqual([1, 1, 0]);
});

it('prints each count that is not zero, and the names of the classes', async () => {
  const svg = await toSVG(confusionMatrix({ labels: [0, 0, 1], predictions: [0, 1, 1], classNames }));
  for (const word of ['no', 'yes', 'maybe', 'actual', 'predicted']) expect(svg).toContain(`>${word}</text>`);
  expect(svg.match(/>1<\/text>/g)).toHaveLength(3);
  expect(svg).not.toContain('>0</text>');
});

it('refuses a class that has no name', () => {
  expect(() => confusionCounts({ labels: [0, 3], predictions: [0, 0], classNames })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: confusionMatrix: \`labels\` must be classes from 0 to 2. Received: 3 at position 1. Pass the class index of each example, and a name for every class.]`,
  );
});

it('refuses labels and predictions of different lengths', () => {
  expect(() => confusionCounts({ labels: [0], predictions: [], classNames })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: confusionMatrix: \`labels\` and \`predictions\` must be of one length. Received: 1 and 0. Pass one prediction for each label, in the same order.]`,
  );
});
