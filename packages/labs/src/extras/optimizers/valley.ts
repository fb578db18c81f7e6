import { contourSegments, type Segment } from '@tenlab/viz';
import { type Racer, racers } from './racers';

/** A long valley, ten times as steep across as along: `f(x, y) = x² / 2 + 5 y²`, least at (0, 0). */
export const height = (x: number, y: number) => (x * x) / 2 + 5 * y * y;

/** Where all start. */
export const start = { x: -9, y: 2.5 };

/** In the valley all gradients are large, so rates are other than on the flowers: each as large as does it good. */
const rates: Readonly<Record<Racer, number>> = { sgd: 0.18, momentum: 0.03, adagrad: 1.2, rmsprop: 0.3, adam: 0.6 };

/** Where an optimizer goes in so many steps. */
export function path(racer: Racer, steps: number): { x: number[]; y: number[] } {
  const parameters = [[start.x, start.y]];
  const optimizer = racers[racer].make(rates[racer]);
  const went = { x: [start.x], y: [start.y] };
  for (let step = 0; step < steps; step++) {
    const [x, y] = parameters[0] as [number, number];
    optimizer.update(parameters, [[x, 10 * y]]);
    went.x.push(parameters[0]![0]!);
    went.y.push(parameters[0]![1]!);
  }
  return went;
}

/** Lines of equal height. */
export function contours(): Segment[] {
  const x = Array.from({ length: 81 }, (_, index) => -10 + index / 4);
  const y = Array.from({ length: 61 }, (_, index) => -3 + index / 10);
  const values = y.flatMap((at) => x.map((along) => height(along, at)));
  return [1, 4, 10, 20, 35, 55].flatMap((level) => contourSegments({ x, y, values }, level));
}
