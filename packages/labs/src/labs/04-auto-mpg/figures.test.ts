import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { loadCars } from './cars-data';
import { agreementFigure, errorCurves, errorsFigure, pairsFigure } from './figures';

it('draws pairs by origin, agreement and errors', async () => {
  const data = await loadCars({ offline: true }, 20);
  const predictions = data.test.mpg.map((value) => value + 1);
  expect(await pictureSVG(pairsFigure(data).picture, '')).toContain('>Japan<');
  expect(await pictureSVG(agreementFigure(data, predictions, 'zh').picture, '')).toContain('>预测值<');
  const errors = errorsFigure(data, predictions, 'en');
  expect(errors.alt.en).toBe('Histogram of the errors, from 1.0 to 1.0 miles per gallon.');
  expect(await pictureSVG(errors.picture, '')).toContain('>cars<');
});

it('draws the curves of both networks', () => {
  const history = Object.fromEntries(
    ['mae', 'val_mae', 'mse', 'val_mse'].flatMap((name) => [
      [name, [3, 2]],
      [`long_${name}`, [4, 1]],
    ]),
  );
  expect(errorCurves(history, 'en', 'long').alt.en).toContain('mean absolute error 4.0000 → 1.0000');
  expect(errorCurves(history, 'en', 'stopped').name).toBe('curves');
});
