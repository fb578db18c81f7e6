import { expect, it } from 'vitest';
import { racerNames } from './racers';
import { contours, height, path, start } from './valley';

it.each(racerNames)('%s gets nearly to the bottom, from the same start', (racer) => {
  const { x, y } = path(racer, 40);
  expect([x[0], y[0], x.length]).toEqual([start.x, start.y, 41]);
  expect(height(x.at(-1)!, y.at(-1)!)).toBeLessThan(0.1 * height(start.x, start.y));
});

it('SGD swings across the valley, and Adagrad does not', () => {
  const swings = (racer: 'sgd' | 'adagrad') => {
    const { y } = path(racer, 12);
    return y.slice(1).filter((value, index) => Math.sign(value) !== Math.sign(y[index]!)).length;
  };
  expect(swings('sgd')).toBeGreaterThan(8);
  expect(swings('adagrad')).toBeLessThan(3);
});

it('draws lines of equal height', () => {
  const levels = new Set(contours().map(([x, y]) => Math.round(height(x, y))));
  expect([...levels].sort((a, b) => a - b)).toEqual([1, 4, 10, 20, 35, 55]);
});
