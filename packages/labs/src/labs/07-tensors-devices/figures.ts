import { decisionBoundary, lineChart } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable } from '../../texts';
import type { Point } from './points-data';
import type { TimedDevice } from './time-devices';

/** The same product on each device, by the size of the matrices. */
export function devicesFigure(
  devices: readonly TimedDevice[],
  sizes: readonly number[],
  language: Language,
): LabFigure {
  const told = devices.map(({ name, milliseconds }) => `${name} ${readable(milliseconds.at(-1) ?? Number.NaN, 2)} ms`);
  const largest = sizes.at(-1);
  return {
    name: 'devices',
    alt: {
      en: `Time for one product of ${largest} x ${largest} matrices: ${told.join(', ')}.`,
      zh: `一次 ${largest} x ${largest} 矩阵乘法的时间：${told.join('、')}。`,
    },
    caption: {
      en: 'Milliseconds for one product of two square matrices, by their size; each line of the grid is ten times the one below. Small products cost what it costs to ask for them, large ones what they compute.',
      zh: '两个方阵相乘一次的毫秒数，横轴为边长；每条网格线是下一条的十倍。小的乘法花在调用上，大的花在计算上。',
    },
    picture: {
      spec: lineChart({
        lines: Object.fromEntries(devices.map(({ name, milliseconds }) => [name, { x: [...sizes], y: milliseconds }])),
        logarithmic: true,
        words: {
          x: inLanguage({ en: 'size', zh: '边长' }, language),
          y: 'ms',
        },
      }),
    },
  };
}

/** The places at which the network is asked: a grid of so many columns and rows. */
export function gridPlaces(count: number): { axis: Float32Array; places: Float32Array } {
  const axis = Float32Array.from({ length: count }, (_, at) => -1.2 + (2.4 * at) / (count - 1));
  const places = new Float32Array(2 * count * count);
  for (let at = 0; at < count * count; at++) {
    places[2 * at] = axis[at % count]!;
    places[2 * at + 1] = axis[Math.floor(at / count)]!;
  }
  return { axis, places };
}

/** Which kind the network takes each place for, and the points it has not seen. */
export function boundaryFigure(
  probabilities: Float32Array,
  axis: Float32Array,
  test: readonly Point[],
  language: Language,
): LabFigure {
  const points = {
    x: test.map(({ x }) => x),
    y: test.map(({ y }) => y),
    labels: test.map(({ kind }) => kind),
  };
  return {
    name: 'boundary',
    alt: {
      en: 'The plane in two colours, parted by a line that winds between two spirals of points.',
      zh: '平面分成两种颜色，分界线在两条螺旋的点之间蜿蜒。',
    },
    caption: {
      en: 'Which kind the network takes each place for, the paler the less sure; the points are those it has not seen.',
      zh: '网络把每个位置当作哪一类，颜色越浅越没把握；图中的点都是它没见过的。',
    },
    picture: {
      spec: decisionBoundary({
        x: axis,
        y: axis,
        probabilities,
        points,
        classNames: language === 'zh' ? ['第 0 类', '第 1 类'] : ['kind 0', 'kind 1'],
      }),
    },
  };
}
