import type { Curve } from './run-state';

/** A chart in a box of 320 x 170: a metric's curve in training and, where there is one, in validation. */
export interface Chart {
  name: string;
  /** What it shows, for people who cannot see it. */
  words: string;
  ticks: { y: number; label: string }[];
  epochTicks: { x: number; label: string }[];
  lines: { name: string; validation: boolean; path: string; end: [x: number, y: number]; last: string }[];
}

const [left, right, top, bottom] = [44, 312, 8, 150];

/** One chart for each metric, training and validation together. */
export function chartsOf(curves: readonly Curve[], epochs: number): Chart[] {
  const names = [...new Set(curves.map(({ name }) => name.replace(/^val_/, '')))];
  return names.map((name) =>
    chartOf(
      name,
      curves.filter((curve) => curve.name.replace(/^val_/, '') === name),
      epochs,
    ),
  );
}

function chartOf(name: string, curves: readonly Curve[], epochs: number): Chart {
  const values = curves.flatMap(({ points }) => points.map(([, value]) => value));
  const [least, most] = roomFor(Math.min(...values), Math.max(...values), /acc|auc|precision|recall/.test(name));
  const last = Math.max(1, epochs, ...curves.flatMap(({ points }) => points.map(([epoch]) => epoch)));
  const x = (epoch: number) => left + ((right - left) * epoch) / last;
  const y = (value: number) => bottom - ((bottom - top) * (value - least)) / (most - least || 1);
  const lines = curves.map(({ name, points }) => {
    const [epoch, value] = points.at(-1) ?? [0, 0];
    return {
      name,
      validation: name.startsWith('val_'),
      path: points.map(([at, height]) => `${round(x(at))},${round(y(height))}`).join(' '),
      end: [round(x(epoch)), round(y(value))] as [number, number],
      last: value.toPrecision(3),
    };
  });
  return {
    name,
    words: `${name}: ${lines.map((line) => `${line.name} ${line.last}`).join(', ')}`,
    ticks: [0, 0.5, 1].map((share) => {
      const value = least + share * (most - least);
      return { y: round(y(value)), label: String(Number(value.toPrecision(2))) };
    }),
    epochTicks: [...new Set([0, Math.round(last / 2), last])].map((epoch) => ({
      x: round(x(epoch)),
      label: String(epoch),
    })),
    lines,
  };
}

/** The range of an axis: a share goes up to 1, everything else down to 0 where that leaves the curve readable. */
function roomFor(least: number, most: number, isShare: boolean): [number, number] {
  if (isShare) return [Math.max(0, Math.floor(10 * least - 0.5) / 10), 1];
  return [least > most / 2 ? least - (most - least) * 0.1 : 0, most + (most - least || most || 1) * 0.05];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
