import { expect, it } from 'vitest';
import { loadClothes } from '../02-fashion-mnist/clothes-data';
import { readAnswers } from './class-answers';
import { predictionsFigure, samplesFigure } from './picture-figures';

const data = await loadClothes({ offline: true }, 12);
// Says Ankle boot of every picture.
const values = Float32Array.from({ length: 120 }, (_, index) => (index % 10 === 9 ? 0.91 : 0.01));
const answers = readAnswers(values, 10, (own) => own);

it('shows as many samples as there are, with their names', () => {
  expect(samplesFigure(data).alt.en).toMatch(/^The first 12 training pictures: /);
});

it('marks what was named wrong, on two lines', () => {
  const { picture } = predictionsFigure(answers, data);
  expect('svg' in picture && picture.svg).toContain('>→ Ankle boot</text>');
});
