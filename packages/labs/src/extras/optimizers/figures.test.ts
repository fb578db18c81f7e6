import { useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import type { RaceAnswers } from './checks';
import { activationsFigure, decayFigure, lossesFigure, raceFigure, valleyFigure } from './figures';
import { racerNames } from './racers';

beforeAll(async () => {
  await useBackend('cpu');
});

it('draws the race with all five, and says where they ended', async () => {
  const histories = Object.fromEntries(
    racerNames.map((racer, index) => [racer, { loss: [1, 0.1 * (index + 1)] }]),
  ) as unknown as RaceAnswers['histories'];
  const { alt, picture } = raceFigure(histories, 'zh');
  expect(alt.en).toBe('Training loss at the end: SGD 0.100, momentum 0.200, Adagrad 0.300, RMSProp 0.400, Adam 0.500.');
  const svg = await pictureSVG(picture, '');
  for (const word of ['SGD', 'momentum', 'Adagrad', 'RMSProp', 'Adam', '训练损失']) expect(svg).toContain(`>${word}<`);
});

it('draws the valley, the functions, the rates and the losses', async () => {
  const figures = [
    valleyFigure(),
    activationsFigure('functions'),
    activationsFigure('derivatives'),
    decayFigure('zh'),
    lossesFigure('zh'),
  ];
  for (const { picture } of figures) expect(await pictureSVG(picture, '')).toContain('<svg');
  const derivatives = JSON.stringify(figures[2]!.picture);
  expect(derivatives).toContain('{"x":0,"y":0.25,"line":"sigmoid"');
  expect(derivatives).toContain('{"x":0,"y":1,"line":"tanh"');
});
