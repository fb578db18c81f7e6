import { expect, it } from 'vitest';
import { chartsOf } from './charts';

it('draws training and validation of a metric in one chart', () => {
  const charts = chartsOf(
    [
      {
        name: 'loss',
        points: [
          [0, 2],
          [1, 1],
        ],
      },
      { name: 'accuracy', points: [[1, 0.93]] },
      { name: 'val_loss', points: [[1, 1.5]] },
    ],
    2,
  );
  expect(charts.map(({ name }) => name)).toEqual(['loss', 'accuracy']);
  expect(charts[0]!.lines.map(({ name, validation }) => [name, validation])).toEqual([
    ['loss', false],
    ['val_loss', true],
  ]);
  expect(charts[0]!.words).toBe('loss: loss 1.00, val_loss 1.50');
  expect(charts[0]!.epochTicks.map(({ label }) => label)).toEqual(['0', '1', '2']);
  // Shares go up to 1; the higher value stands higher.
  expect(charts[1]!.ticks.at(-1)!.label).toBe('1');
  const [[, first], [, last]] = charts[0]!.lines[0]!.path.split(' ').map((point) => point.split(',').map(Number)) as [
    number[],
    number[],
  ];
  expect(first).toBeLessThan(last!);
});

it('stays inside its box, also for a curve that is flat', () => {
  const [chart] = chartsOf(
    [
      {
        name: 'loss',
        points: [
          [0, 0.5],
          [3, 0.5],
        ],
      },
    ],
    3,
  );
  for (const point of chart!.lines[0]!.path.split(' ')) {
    const [x = -1, y = -1] = point.split(',').map(Number);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(320);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(170);
  }
});
