/** How far forecasts are off. */
export interface ForecastErrors {
  /** The mean of the squares. */
  mse: number;
  /** Its root, in points. */
  rmse: number;
  /** The mean of the distances, in points. */
  mae: number;
}

/**
 * How far forecasts are off, in three ways.
 *
 * @example
 * forecastErrors([100, 104], [101, 101]); // { mse: 5, rmse: 2.236…, mae: 2 }
 */
export function forecastErrors(forecast: ArrayLike<number>, actual: ArrayLike<number>): ForecastErrors {
  let [squares, distances] = [0, 0];
  for (let day = 0; day < actual.length; day++) {
    const off = forecast[day]! - actual[day]!;
    squares += off * off;
    distances += Math.abs(off);
  }
  const mse = squares / actual.length;
  return { mse, rmse: Math.sqrt(mse), mae: distances / actual.length };
}
