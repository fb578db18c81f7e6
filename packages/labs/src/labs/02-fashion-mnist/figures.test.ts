import { expect, it } from 'vitest';
import { readAnswers } from '../shared/class-answers';
import { loadClothes } from './clothes-data';
import { answerFigure, filtersFigure } from './figures';

const data = await loadClothes({ offline: true }, 12);
// Says Ankle boot of every picture.
const values = Float32Array.from({ length: 120 }, (_, index) => (index % 10 === 9 ? 0.91 : 0.01));
const answers = readAnswers(values, 10, (own) => own);

it('shows one picture through each filter and both poolings', () => {
  const { picture, alt } = filtersFigure(data, 'zh');
  expect('svg' in picture && picture.svg.match(/<image/g)).toHaveLength(7);
  expect(alt.zh).toContain('竖直边缘');
});

it('shows the probabilities of one picture', () => {
  const boot = data.labels.test.data.indexOf(9);
  const { alt, caption } = answerFigure(answers, data, boot);
  expect(alt.en).toBe(`Probabilities for test picture ${boot}: Ankle boot with 91.0 %.`);
  expect(caption.en).toContain('Label 9 is class 10 of ten');
});
