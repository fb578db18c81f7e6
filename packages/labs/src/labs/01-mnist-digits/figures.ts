import { classProbabilities, imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { type Language, readable } from '../../texts';
import { type Answers, softmax, worthSeeing } from '../shared/class-answers';
import { confusionFigure as sharedConfusion } from '../shared/confusion-figure';
import { curvesFigure as sharedCurves } from '../shared/curves-figure';
import type { DigitsData } from '../shared/digits';
import { pickImages } from '../shared/pick-images';
import type { ByteImages } from '../shared/pixels';

/** The first twenty images, in two rows of ten, with their labels. */
export function samplesFigure(images: ByteImages, labels: { data: ArrayLike<number> }): LabFigure {
  const count = Math.min(20, images.shape[0]!);
  const sheet = pickImages(
    images,
    Array.from({ length: count }, (_, index) => index),
  );
  const titles = Array.from({ length: count }, (_, index) => String(labels.data[index]));
  const alt = `The first ${count} training images, which are ${titles.join(', ')}.`;
  return {
    name: 'samples',
    alt: { en: alt, zh: `前 ${count} 张训练图片，依次是 ${titles.join('、')}。` },
    caption: {
      en: `The first ${count} training images with their labels.`,
      zh: `前 ${count} 张训练图片及其标签。`,
    },
    picture: { svg: imageSheet({ images: sheet, titles, columns: 10, alt }) },
    narrow: { svg: imageSheet({ images: sheet, titles, columns: 5, alt }) },
  };
}

/** Loss and accuracy by epoch, for training and validation. */
export function curvesFigure(history: Readonly<Record<string, readonly number[]>>, language: Language): LabFigure {
  return sharedCurves(history, language, {
    metrics: ['accuracy', 'loss'],
    caption: {
      en: 'Accuracy and loss after each epoch. When the training line goes on improving and the validation line no longer does, the network begins to learn its examples by heart.',
      zh: '每个轮次之后的准确率和损失。当训练曲线继续变好而验证曲线不再变好时，网络就开始死记训练样本了。',
    },
  });
}

/** Which digit was taken for which. */
export function confusionFigure(
  { predictions }: Answers,
  { labels, classNames }: DigitsData,
  language: Language,
): LabFigure {
  return sharedConfusion({ labels: labels.test.data, predictions, classNames }, language, {
    en: 'Rows are the true digits, columns what the network read. Counts; the colour grows with the share of the row.',
    zh: '行是真实数字，列是网络读出的数字。数值为计数，颜色随其在该行中所占比例加深。',
  });
}

/** The surest mistakes, and some right answers. */
export function predictionsFigure(answers: Answers, { images, labels }: DigitsData): LabFigure {
  const { wrong, right } = worthSeeing(answers, labels.test.data, 20);
  const shown = [...wrong, ...right];
  const sheet = pickImages(images.test, shown);
  const titles = shown.map((image) => {
    const [actual, read] = [labels.test.data[image], answers.predictions[image]];
    return actual === read ? String(read) : `${actual} → ${read}`;
  });
  const correct = shown.map((image) => labels.test.data[image] === answers.predictions[image]);
  const alt = `${wrong.length} test images read wrong (${titles.slice(0, wrong.length).join(', ')}) and ${right.length} read right.`;
  return {
    name: 'predictions',
    alt: {
      en: alt,
      zh: `${wrong.length} 张读错的测试图片（${titles.slice(0, wrong.length).join('，')}）和 ${right.length} 张读对的。`,
    },
    caption: {
      en: 'Test images. In a frame, the mistakes of which the network was surest: “9 → 4” is a 9 read as a 4. The others were read right.',
      zh: '测试图片。带框的是网络最有把握的错误：“9 → 4”表示把 9 读成了 4。其余都读对了。',
    },
    picture: { svg: imageSheet({ images: sheet, titles, correct, columns: 10, alt }) },
    narrow: { svg: imageSheet({ images: sheet, titles, correct, columns: 5, alt }) },
  };
}

/** The ten probabilities for test image 1, counted from 0 as the course does: a 2. */
export function firstAnswerFigure({ logits, predictions }: Answers, { labels, classNames }: DigitsData): LabFigure {
  const image = Math.min(1, predictions.length - 1);
  const probabilities = softmax(logits.subarray(10 * image, 10 * image + 10));
  const [read, actual] = [predictions[image], labels.test.data[image]];
  return {
    name: 'test-image-1',
    alt: {
      en: `Probabilities for test image ${image}: ${read} with ${readable(100 * probabilities[read!]!, 1)} %.`,
      zh: `测试图片 ${image} 的概率：${read} 为 ${readable(100 * probabilities[read!]!, 1)} %。`,
    },
    caption: {
      en: `What the network makes of test image ${image}, which is a ${actual}.`,
      zh: `网络对测试图片 ${image} 的判断；它其实是 ${actual}。`,
    },
    picture: { spec: classProbabilities({ probabilities, classNames }) },
  };
}
