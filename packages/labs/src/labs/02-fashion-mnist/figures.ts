import { classProbabilities, imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable } from '../../texts';
import type { Answers } from '../shared/class-answers';
import type { ClothesData } from './clothes-data';
import { convolve, filters, type Grid, pool } from './filters';

/** What filters and pooling make of one picture. */
export function filtersFigure({ images }: ClothesData, language: Language): LabFigure {
  const [, height, width] = images.train.shape;
  const picture: Grid = {
    data: Float32Array.from(images.train.data.subarray(0, height * width), (pixel) => pixel / 255),
    height,
    width,
  };
  const shown: [string, Grid][] = [
    [inLanguage({ en: 'picture', zh: '原图' }, language), picture],
    ...filters.map(({ name, values }): [string, Grid] => [inLanguage(name, language), convolve(picture, values)]),
    [inLanguage({ en: 'max pooling', zh: '最大池化' }, language), pool(picture, 'max')],
    [inLanguage({ en: 'mean pooling', zh: '平均池化' }, language), pool(picture, 'mean')],
  ];
  const data = new Float32Array(shown.length * height * width);
  shown.forEach(([, grid], index) => {
    data.set(stretched(grid, height, width), index * height * width);
  });
  const alt = `One picture through filters and pooling: ${shown.map(([name]) => name).join(', ')}.`;
  const sheet = {
    images: { data, shape: [shown.length, height, width] },
    titles: shown.map(([name]) => name),
    size: 92,
    alt,
  };
  return {
    name: 'filters',
    alt: { en: alt, zh: `一张图片经过滤波器和池化：${shown.map(([name]) => name).join('、')}。` },
    caption: {
      en: 'One picture through filters of 3 x 3, negative results as 0 (ReLU), and through pooling of 2 x 2. A filter finds its own pattern and is dark elsewhere; pooling halves the picture and keeps what matters.',
      zh: '一张图片经过 3 x 3 滤波器（负值记为 0，即 ReLU）和 2 x 2 池化。滤波器只在找到自己的图案处变亮；池化使图片减半，但保留要点。',
    },
    picture: { svg: imageSheet({ ...sheet, columns: 7 }) },
    narrow: { svg: imageSheet({ ...sheet, columns: 3 }) },
  };
}

/** A grid drawn as large as the picture it came from, its largest value white. */
function stretched(grid: Grid, height: number, width: number): Float32Array {
  const most = Math.max(1e-6, ...grid.data);
  return Float32Array.from({ length: height * width }, (_, at) => {
    const y = Math.floor((Math.floor(at / width) * grid.height) / height);
    const x = Math.floor(((at % width) * grid.width) / width);
    return Math.max(0, grid.data[y * grid.width + x]!) / most;
  });
}

/** The ten probabilities for one test picture. */
export function answerFigure(
  { logits, predictions }: Answers,
  { labels, classNames }: ClothesData,
  image: number,
): LabFigure {
  const probabilities = logits.subarray(10 * image, 10 * image + 10);
  const [read, actual] = [predictions[image]!, labels.test.data[image]!];
  const sure = readable(100 * probabilities[read]!, 1);
  return {
    name: 'one-answer',
    alt: {
      en: `Probabilities for test picture ${image}: ${classNames[read]} with ${sure} %.`,
      zh: `测试图片 ${image} 的概率：${classNames[read]} 为 ${sure} %。`,
    },
    caption: {
      en: `What the network makes of test picture ${image}, which shows: ${classNames[actual]}. Label ${actual} is class ${actual + 1} of ten, for labels count from 0.`,
      zh: `网络对测试图片 ${image} 的判断；它其实是 ${classNames[actual]}。标签 ${actual} 是十类中的第 ${actual + 1} 类，因为标签从 0 数起。`,
    },
    picture: { spec: classProbabilities({ probabilities, classNames }) },
  };
}
