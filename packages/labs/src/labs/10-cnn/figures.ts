import { Input, type Layer, Model, plotModel } from '@tenlab/layers';
import { compareCurves, imageSheet } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable, type Text } from '../../texts';
import { featureMaps } from './feature-maps';
import type { NetworkName } from './networks';
import type { LeNet } from './networks/lenet';
import { ResidualBlock } from './networks/resnet';
import type { PicturesData } from './pictures-data';

const names: Readonly<Record<NetworkName, Text>> = {
  dense128: { en: 'dense128', zh: 'dense128' },
  parts: { en: 'from parts', zh: '零件网络' },
  lenet: { en: 'LeNet', zh: 'LeNet' },
  alexnet: { en: 'AlexNet', zh: 'AlexNet' },
  vgg: { en: 'VGG', zh: 'VGG' },
  inception: { en: 'Inception', zh: 'Inception' },
  resnet: { en: 'ResNet', zh: 'ResNet' },
};

/** What a network is called. */
export function nameOf(name: NetworkName, language: Language): string {
  return inLanguage(names[name], language);
}

type History = Readonly<Record<string, readonly number[]>>;

/** Two figures of four: more lines than that nobody can follow. The yardstick stands in both. */
const panels: Readonly<Record<string, readonly NetworkName[]>> = {
  'curves-early': ['dense128', 'parts', 'lenet', 'alexnet'],
  'curves-late': ['dense128', 'vgg', 'inception', 'resnet'],
};

/** The accuracy of every network over the epochs. */
export function curvesFigures(history: History, language: Language): LabFigure[] {
  return Object.entries(panels).map(([name, shown]) => {
    const of = (network: NetworkName) => ({
      accuracy: history[`${network}.accuracy`] ?? [],
      val_accuracy: history[`${network}.val_accuracy`] ?? [],
    });
    const told = (inWhich: Language) =>
      shown.map(
        (network) => `${nameOf(network, inWhich)} ${readable(of(network).val_accuracy.at(-1) ?? Number.NaN, 3)}`,
      );
    const words = language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {};
    return {
      name,
      alt: {
        en: `Validation accuracy after the last epoch: ${told('en').join(', ')}.`,
        zh: `最后一轮之后的验证准确率：${told('zh').join('、')}。`,
      },
      caption: {
        en: 'Accuracy after each epoch, on the training pictures (dashed) and on those held back (solid).',
        zh: '每个轮次之后的准确率：训练图片（虚线）和留出的图片（实线）。',
      },
      picture: {
        spec: compareCurves({
          runs: Object.fromEntries(shown.map((network) => [nameOf(network, language), of(network)])),
          metric: 'accuracy',
          words,
        }),
      },
    };
  });
}

/** What the first convolution of LeNet finds in the first test picture. */
export async function mapsFigure(lenet: Model, { x, shape }: PicturesData, language: Language): Promise<LabFigure> {
  const size = shape.reduce((product, length) => product * length, 1);
  const picture = { data: x.test.data.slice(0, size), shape };
  const maps = await featureMaps((lenet as LeNet).first, picture);
  const grey = greyOf(picture);
  const data = new Float32Array(grey.length + maps.data.length);
  data.set(grey);
  data.set(maps.data, grey.length);
  const [count, height, width] = maps.shape;
  const titles = [
    inLanguage({ en: 'picture', zh: '原图' }, language),
    ...Array.from({ length: count }, (_, index) => String(index + 1)),
  ];
  const alt = `One test picture, and the ${count} maps that LeNet's first convolution makes of it.`;
  const sheet = { images: { data, shape: [count + 1, height, width] }, titles, size: 92, alt };
  return {
    name: 'feature-maps',
    alt: { en: alt, zh: `一张测试图片，以及 LeNet 第一个卷积层得到的 ${count} 张特征图。` },
    caption: {
      en: 'A test picture, and what each filter of LeNet’s first convolution finds in it: bright where its pattern is. Nobody told the filters what to look for. A dark one has found nothing here.',
      zh: '一张测试图片，以及 LeNet 第一个卷积层的每个滤波器从中找到的东西：有其图案之处变亮。没有人告诉滤波器该找什么。全黑的在这里什么也没找到。',
    },
    picture: { svg: imageSheet({ ...sheet, columns: 7 }) },
    narrow: { svg: imageSheet({ ...sheet, columns: 3 }) },
  };
}

/** A picture in grey: the mean of its channels. */
function greyOf({ data, shape }: { data: Float32Array; shape: readonly number[] }): Float32Array {
  const channels = shape.at(-1)!;
  return Float32Array.from({ length: data.length / channels }, (_, pixel) => {
    const own = data.subarray(pixel * channels, (pixel + 1) * channels);
    return own.reduce((sum, value) => sum + value, 0) / channels;
  });
}

/** How a residual block is put together: the block itself, applied to symbols. */
export async function blockFigure(): Promise<LabFigure> {
  const block = new ResidualBlock({ filters: 32, project: true });
  const inputs = Input({ shape: [14, 14, 16] });
  // The same lines of `call` compute on tensors and connect layers on symbols.
  const outputs = (block as Layer).call(inputs as never, { training: false } as never);
  const model = new Model({ inputs, outputs: outputs as never, name: 'residual_block' });
  const svg = await plotModel(model, { showLayerNames: false });
  model.dispose();
  return {
    name: 'residual-block',
    alt: {
      en: 'A residual block: two normalized convolutions, a way around them, their sum, and ReLU.',
      zh: '残差块：两个带归一化的卷积、一条绕过它们的路、求和，再做 ReLU。',
    },
    caption: {
      en: 'A residual block of ResNet, drawn from its own code: what the two convolutions make of the input is added to the input itself.',
      zh: 'ResNet 的一个残差块，由它自己的代码画出：两个卷积对输入所做的改变，加到输入本身上。',
    },
    picture: { svg },
  };
}
