import type { ImageArray, LabelArray } from '@tenlab/datasets';
import { imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { type Answers, worthSeeing } from './class-answers';
import { pickImages } from './pick-images';

/** Pictures to learn from and to be tested on, each of a class with a name. */
export interface LabelledPictures {
  images: { train: ImageArray; test: ImageArray };
  labels: { train: LabelArray; test: LabelArray };
  classNames: readonly string[];
}

const size = 76;

/** The first twenty pictures with the names of what they show. */
export function samplesFigure({ images, labels, classNames }: LabelledPictures): LabFigure {
  const count = Math.min(20, images.train.length);
  const sheet = pickImages(
    images.train,
    Array.from({ length: count }, (_, index) => index),
  );
  const titles = Array.from({ length: count }, (_, index) => classNames[labels.train.data[index]!]!);
  const alt = `The first ${count} training pictures: ${titles.join(', ')}.`;
  return {
    name: 'samples',
    alt: { en: alt, zh: `前 ${count} 张训练图片：${titles.join('、')}。` },
    caption: { en: `The first ${count} training pictures.`, zh: `前 ${count} 张训练图片。` },
    picture: { svg: imageSheet({ images: sheet, titles, columns: 10, size, alt }) },
    narrow: { svg: imageSheet({ images: sheet, titles, columns: 4, size, alt }) },
  };
}

/** The surest mistakes, and some right answers. */
export function predictionsFigure(answers: Answers, { images, labels, classNames }: LabelledPictures): LabFigure {
  const { wrong, right } = worthSeeing(answers, labels.test.data, 20);
  const shown = [...wrong, ...right];
  const name = (index: number) => classNames[index]!;
  const titles = shown.map((image) => {
    const [actual, read] = [labels.test.data[image]!, answers.predictions[image]!];
    return actual === read ? name(read) : `${name(actual)}\n→ ${name(read)}`;
  });
  const correct = shown.map((image) => labels.test.data[image] === answers.predictions[image]);
  const words = titles.slice(0, wrong.length).map((title) => title.replace('\n', ' '));
  const alt = `${wrong.length} test pictures named wrong (${words.join(', ')}) and ${right.length} named right.`;
  const sheet = { images: pickImages(images.test, shown), titles, correct, size: 84, alt };
  return {
    name: 'predictions',
    alt: { en: alt, zh: `${wrong.length} 张认错的测试图片（${words.join('，')}）和 ${right.length} 张认对的。` },
    caption: {
      en: 'Test pictures. In a frame, the mistakes of which the network was surest: “Shirt → Coat” is a shirt taken for a coat. The others were named right.',
      zh: '测试图片。带框的是网络最有把握的错误：“Shirt → Coat”表示把衬衫认作外套。其余都认对了。',
    },
    picture: { svg: imageSheet({ ...sheet, columns: 10 }) },
    narrow: { svg: imageSheet({ ...sheet, columns: 4 }) },
  };
}
