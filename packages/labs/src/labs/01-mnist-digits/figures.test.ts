import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { readAnswers } from '../shared/class-answers';
import type { DigitsData } from '../shared/digits';
import { confusionFigure, curvesFigure, firstAnswerFigure, predictionsFigure, samplesFigure } from './figures';

const images = { data: new Uint8Array(3 * 784), shape: [3, 28, 28, 1] };
const labels = { data: Uint8Array.of(7, 2, 1) };
const classNames = '0123456789'.split('');
const data = {
  images: { train: images, test: images },
  labels: { train: labels, test: labels },
  classNames,
} as unknown as DigitsData;
// Reads 7 as 7, 2 as 2, and 1 as 4.
const logits = new Float32Array(30);
for (const at of [7, 12, 24]) logits[at] = 9;
const answers = readAnswers(logits, 10);

it('shows as many samples as there are, with their labels', () => {
  const { alt, picture } = samplesFigure(images, labels);
  expect(alt.en).toBe('The first 3 training images, which are 7, 2, 1.');
  expect('svg' in picture && picture.svg.match(/<image/g)).toHaveLength(3);
});

it('marks what was read wrong, mistakes first', () => {
  const { alt, picture } = predictionsFigure(answers, data);
  expect(alt.en).toBe('1 test images read wrong (1 → 4) and 2 read right.');
  expect('svg' in picture && picture.svg).toContain('>1 → 4</text>');
});

it('names the most frequent mistake', () => {
  expect(confusionFigure(answers, data, 'en').alt.en).toBe(
    'Confusion matrix. The most frequent mistake: 1 taken for 4, once.',
  );
});

it('says so where there is no mistake', () => {
  const right = { ...answers, predictions: labels.data };
  expect(confusionFigure(right, data, 'en').alt.en).toBe('Confusion matrix without a single mistake.');
});

it('shows what the network makes of test image 1', () => {
  const { alt, caption } = firstAnswerFigure(answers, data);
  expect(alt.en).toBe('Probabilities for test image 1: 2 with 99.9 %.');
  expect(caption.en).toContain('which is a 2');
});

it('draws both curves, wide and narrow, and says where they begin and end', async () => {
  const history = { loss: [0.2, 0.1], accuracy: [0.9, 0.95], val_loss: [0.15, 0.12], val_accuracy: [0.93, 0.96] };
  const { alt, picture, narrow } = curvesFigure(history, 'en');
  expect(alt.en).toContain('accuracy 0.9000 → 0.9500, validation 0.9300 → 0.9600');
  for (const one of [picture, narrow!]) await expect(pictureSVG(one, alt.en)).resolves.toContain('<svg');
});

it('writes Chinese into the charts as well', async () => {
  const history = { loss: [0.2], accuracy: [0.9], val_loss: [0.15], val_accuracy: [0.93] };
  const curves = await pictureSVG(curvesFigure(history, 'zh').picture, '');
  for (const word of ['训练', '验证', '轮次', '准确率', '损失']) expect(curves).toContain(`>${word}</text>`);
  expect(await pictureSVG(confusionFigure(answers, data, 'zh').picture, '')).toContain('>预测</text>');
});
