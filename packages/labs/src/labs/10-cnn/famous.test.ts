import { expect, it } from 'vitest';
import { famous, millions } from './famous';

/** The weights of AlexNet's and VGG16's layers by their papers: kernels with inputs, outputs; the last three are dense. */
const weightsOf = (layers: [inputs: number, outputs: number][]) =>
  layers.reduce((sum, [inputs, outputs]) => sum + (inputs + 1) * outputs, 0);

it('has as many parameters as the papers say', () => {
  const vgg = [
    ...([
      [3, 64],
      [64, 64],
      [64, 128],
      [128, 128],
      [128, 256],
      [256, 256],
      [256, 256],
    ] as const),
    ...([
      [256, 512],
      [512, 512],
      [512, 512],
      [512, 512],
      [512, 512],
      [512, 512],
    ] as const),
  ].map(([channels, filters]): [number, number] => [9 * channels, filters]);
  const dense: [number, number][] = [
    [25_088, 4096],
    [4096, 4096],
    [4096, 1000],
  ];
  expect(vgg.length + dense.length).toBe(famous[1]!.depth);
  expect(weightsOf([...vgg, ...dense]) / famous[1]!.parameters).toBeCloseTo(1, 2);
  const alexnet: [number, number][] = [
    [363, 96],
    [1200, 256],
    [2304, 384],
    [1728, 384],
    [1728, 256],
  ];
  const wide: [number, number][] = [
    [9216, 4096],
    [4096, 4096],
    [4096, 1000],
  ];
  expect(alexnet.length + wide.length).toBe(famous[0]!.depth);
  expect(weightsOf([...alexnet, ...wide]) / famous[0]!.parameters).toBeCloseTo(1, 2);
});

it('says millions', () => {
  expect(famous.map(({ parameters }) => millions(parameters))).toEqual(['61 M', '138 M', '13 M', '25 M', '60 M']);
});
