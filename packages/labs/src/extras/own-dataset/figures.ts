import { imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import type { GreyImage } from '../../images/grey-image';
import { resizeByArea } from '../../images/resize';
import { pickImages } from '../../labs/shared/pick-images';
import { inLanguage, type Language, percent } from '../../texts';
import type { OwnData } from './own-data';

/** The first twenty picture files. */
export function samplesFigure({ train }: OwnData): LabFigure {
  const count = Math.min(20, train.labels.length);
  const images = pickImages(
    train.images,
    Array.from({ length: count }, (_, index) => index),
  );
  const titles = Array.from(train.labels.subarray(0, count), String);
  const alt = `The first ${count} picture files, labelled ${titles.join(', ')}.`;
  return {
    name: 'samples',
    alt: { en: alt, zh: `前 ${count} 个图片文件，标签为 ${titles.join('、')}。` },
    caption: {
      en: 'The first picture files, with what labels.csv says of them.',
      zh: '前几个图片文件，以及 labels.csv 里的标签。',
    },
    picture: { svg: imageSheet({ images, titles, columns: 10, alt }) },
    narrow: { svg: imageSheet({ images, titles, columns: 5, alt }) },
  };
}

/** A drawing on its way to the network: as it was drawn, and as MNIST's digits were made. */
export function drawingFigure(
  drawing: GreyImage,
  pixels: Float32Array,
  answer: { read: number; confidence: number },
  language: Language,
): LabFigure {
  const [side, shown] = [112, 2];
  const large = resizeByArea(drawing, side, side);
  const data = new Float32Array(shown * side * side);
  data.set(large.data);
  for (let at = 0; at < side * side; at++) {
    const [y, x] = [Math.floor(at / side / 4), Math.floor((at % side) / 4)];
    data[side * side + at] = pixels[28 * y + x]!;
  }
  const titles = [
    inLanguage({ en: 'drawn', zh: '手绘' }, language),
    inLanguage({ en: `read as ${answer.read}`, zh: `读作 ${answer.read}` }, language),
  ];
  const sure = percent(answer.confidence);
  const alt = `A drawn 7, read as ${answer.read} with ${sure}.`;
  return {
    name: 'drawing',
    alt: { en: alt, zh: `一个手绘的 7，读作 ${answer.read}，把握 ${sure}。` },
    caption: {
      en: `A drawing, and what the network is given: cut out, inverted, thresholded, brought to 28 x 28 with its centre of mass in the middle. Read as ${answer.read} with ${sure}.`,
      zh: `一幅手绘，以及交给网络的样子：裁剪、反色、阈值处理，缩放到 28 x 28，重心居中。读作 ${answer.read}，把握 ${sure}。`,
    },
    picture: { svg: imageSheet({ images: { data, shape: [shown, side, side] }, titles, columns: 2, size: 130, alt }) },
  };
}
