import { expect, it } from 'vitest';
import { forecastErrors } from './forecast-errors';

it('measures by the formulas', () => {
  expect(forecastErrors([100, 104], [101, 101])).toEqual({ mse: 5, rmse: Math.sqrt(5), mae: 2 });
});
