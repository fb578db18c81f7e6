import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { boundaryFigure, devicesFigure, gridPlaces } from './figures';

it('draws a line for each device', async () => {
  const devices = ['wasm', 'cpu'].map((name) => ({ name, threads: 1, milliseconds: [0.1, 1], sum: 0 }));
  const figure = devicesFigure(devices, [32, 64], 'en');
  expect(figure.alt.en).toBe('Time for one product of 64 x 64 matrices: wasm 1.00 ms, cpu 1.00 ms.');
  const svg = await pictureSVG(figure.picture, '');
  for (const name of ['wasm', 'cpu', 'size']) expect(svg).toContain(`>${name}</text>`);
});

it('asks a grid of places, row by row from below', () => {
  const { places } = gridPlaces(3);
  const rounded = Array.from(places, (value) => Math.round(10 * value) / 10);
  expect(rounded.slice(0, 8)).toEqual([-1.2, -1.2, 0, -1.2, 1.2, -1.2, -1.2, 0]);
});

it('draws both kinds', async () => {
  const { axis } = gridPlaces(3);
  const probabilities = Float32Array.of(0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1);
  const test = [
    { x: -1, y: 0, kind: 0 },
    { x: 1, y: 0, kind: 1 },
  ];
  expect(await pictureSVG(boundaryFigure(probabilities, axis, test, 'zh').picture, '')).toContain('>第 1 类</text>');
});
