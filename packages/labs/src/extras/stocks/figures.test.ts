import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import type { PricesAnswers } from './checks';
import { forecasterName, forecastsFigure, lossesFigure, seriesFigure } from './figures';
import { loadPrices } from './prices-data';

const history = { loss: [0.1, 0.01], val_loss: [0.05, 0.02] };

it('draws the series, and the forecasts from afar and from near', async () => {
  const data = await loadPrices({ offline: true }, 100);
  const forecasts = {
    simple: data.days.before,
    lstm: data.days.before,
    gru: data.days.before,
    naive: data.days.before,
  };
  const answers = { forecasts } as unknown as PricesAnswers;
  expect(seriesFigure(data, 'en').alt.en).toContain('from 2000-01-03 to 2020-04-17');
  expect(forecastsFigure('forecasts', answers, data, 'en').alt.en).toContain('100 test days');
  const closer = forecastsFigure('closer', answers, data, 'zh');
  expect(closer.alt.en).toContain('The last 40 test days');
  const svg = await pictureSVG(closer.picture, '');
  for (const word of ['实际', 'LSTM', '与前一天相同']) expect(svg).toContain(`>${word}</text>`);
});

it('draws the losses, and names who forecasts', () => {
  const { alt } = lossesFigure(
    { histories: { simple: history, lstm: history, gru: history } } as unknown as PricesAnswers,
    'en',
  );
  expect(alt.en).toBe('Validation loss at the end: SimpleRNN 0.020, LSTM 0.020, GRU 0.020.');
  expect(forecasterName('naive', 'en')).toBe('as the day before');
});
