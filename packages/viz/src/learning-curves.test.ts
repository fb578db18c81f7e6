import { expect, it } from 'vitest';
import { learningCurves } from './learning-curves';
import { toSVG } from './to-svg';

const history = { accuracy: [0.9, 0.95], loss: [0.3, 0.2], val_accuracy: [0.92, 0.93], val_loss: [0.25, 0.26] };
type Panels = { hconcat?: Panel[]; vconcat?: Panel[] };
type Panel = { title: string; data: { values: { epoch: number; value: number; series: string }[] } };

it('draws a panel for each metric, with training and validation in it', () => {
  const { hconcat } = learningCurves(history) as Panels;
  expect(hconcat?.map((panel) => panel.title)).toEqual(['accuracy', 'loss']);
  expect(hconcat?.[1]?.data.values).toEqual([
    { epoch: 1, value: 0.3, series: 'training' },
    { epoch: 2, value: 0.2, series: 'training' },
    { epoch: 1, value: 0.25, series: 'validation' },
    { epoch: 2, value: 0.26, series: 'validation' },
  ]);
});

it('takes what fit returns as well as its history alone', () => {
  expect(learningCurves({ history })).toEqual(learningCurves(history));
});

it('stacks the panels for a narrow page', () => {
  expect((learningCurves(history, { layout: 'column' }) as Panels).vconcat).toHaveLength(2);
});

it('draws a single epoch, and a history without validation, which it then does not name', async () => {
  const svg = await toSVG(learningCurves({ loss: [0.5] }));
  expect(svg).toContain('>training</text>');
  expect(svg).not.toContain('validation');
});

it.each([1, 2, 3, 7, 12])('numbers each of %d epochs', async (epochs) => {
  const svg = await toSVG(learningCurves({ loss: Array.from({ length: epochs }, () => Math.PI) }));
  for (let epoch = 1; epoch <= epochs; epoch++) expect(svg).toContain(`>${epoch}</text>`);
});

it('numbers whole epochs only, however many there are', async () => {
  const svg = await toSVG(learningCurves({ loss: Array.from({ length: 1000 }, (_, epoch) => 1000.5 + epoch) }));
  const numbers = [...svg.matchAll(/>([\d.,]+)<\/text>/g)].map((match) => Number(match[1]!.replace(',', '')));
  expect(numbers.filter((number) => number <= 1000).every(Number.isInteger)).toBe(true);
});

it('leaves out values that are no numbers, and keeps the epochs of the others', () => {
  const { hconcat } = learningCurves({ loss: [Number.NaN, 0.5] }) as Panels;
  expect(hconcat?.[0]?.data.values).toEqual([{ epoch: 2, value: 0.5, series: 'training' }]);
});

it('survives a history in which nothing is a number', async () => {
  await expect(toSVG(learningCurves({ loss: [Number.NaN] }))).resolves.toContain('<svg');
});

it('names a metric that is not in the history', () => {
  expect(() => learningCurves(history, { metrics: ['mae'] })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: learningCurves: each of \`metrics\` must be in the history. Received: 'mae'. Choose from: accuracy, loss.]`,
  );
});

it('refuses an empty history', () => {
  expect(() => learningCurves({})).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: learningCurves: a history of at least one epoch. Received: []. Pass what \`model.fit\` returned.]`,
  );
});
