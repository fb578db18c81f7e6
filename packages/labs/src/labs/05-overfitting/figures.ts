import { compareCurves, decisionBoundary } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable, type Text } from '../../texts';
import { type Histories, validationLoss } from './checks';
import { type Variant, variants } from './networks';
import type { PlanePoints, planeGrid } from './plane';

const names: Readonly<Record<Variant, Text>> = {
  small: { en: `small (${variants.small.units})`, zh: `小（${variants.small.units}）` },
  middle: { en: `middle (${variants.middle.units})`, zh: `中（${variants.middle.units}）` },
  big: { en: `big (${variants.big.units})`, zh: `大（${variants.big.units}）` },
  l2: { en: 'big, L2', zh: '大，L2' },
  dropout: { en: 'big, dropout', zh: '大，dropout' },
  both: { en: 'big, both', zh: '大，两者都用' },
};

/** What a network is called. */
export function nameOf(variant: Variant, language: Language): string {
  return inLanguage(names[variant], language);
}

/** Three networks of different sizes. */
export function sizesFigure(histories: Histories, language: Language): LabFigure {
  return figure('sizes', ['small', 'middle', 'big'], histories, language, {
    en: 'Cross-entropy of three sizes. The training loss (dashed) always falls, the faster the bigger the network; the validation loss (solid) of the big one turns upwards soon.',
    zh: '三种大小的交叉熵。训练损失（虚线）总在下降，网络越大降得越快；大网络的验证损失（实线）很快就回升。',
  });
}

/** The big network, held back or not. */
export function remediesFigure(histories: Histories, language: Language): LabFigure {
  return figure('remedies', ['big', 'l2', 'dropout', 'both'], histories, language, {
    en: 'The same big network with L2, with dropout, and with both. None learns by heart as fast, and the validation loss (solid) stays down.',
    zh: '同一个大网络分别加 L2、加 dropout、两者都加。它们都不那么快死记硬背，验证损失（实线）保持在低处。',
  });
}

function figure(
  name: string,
  shown: readonly Variant[],
  histories: Histories,
  language: Language,
  caption: Text,
): LabFigure {
  const runs = Object.fromEntries(shown.map((variant) => [nameOf(variant, language), histories[variant]]));
  const words = language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {};
  const told = (inWhich: Language) =>
    shown.map((variant) => {
      const { least, last } = validationLoss(histories, variant);
      return `${nameOf(variant, inWhich)} ${readable(least, 3)} → ${readable(last, 3)}`;
    });
  return {
    name,
    alt: {
      en: `Validation loss, least and last: ${told('en').join('; ')}.`,
      zh: `验证损失，最低与最后：${told('zh').join('；')}。`,
    },
    caption,
    picture: { spec: compareCurves({ runs, metric: 'binary_crossentropy', words }) },
  };
}

/** Which kind a network takes each place of the plane for, and the points that it learned from. */
export function boundaryFigure(
  name: 'plane' | 'plane_l2',
  probabilities: Float32Array,
  { across, up }: Pick<ReturnType<typeof planeGrid>, 'across' | 'up'>,
  { x, y }: PlanePoints,
  language: Language,
): LabFigure {
  const coordinate = (offset: number) => Array.from(y, (_, index) => x.data[2 * index + offset]!);
  const held = name === 'plane_l2';
  return {
    name: held ? 'boundary-l2' : 'boundary',
    alt: held
      ? { en: 'With L2: one smooth line parts the two kinds.', zh: '用 L2：一条平滑的线分开两类。' }
      : {
          en: 'Without L2: the line between the two kinds winds around single points.',
          zh: '不用 L2：两类之间的线绕着个别点弯曲。',
        },
    caption: held
      ? {
          en: 'With L2 the same network draws a smooth line, and lets single points lie on the wrong side of it.',
          zh: '用 L2 时，同一个网络画出平滑的线，让个别点留在另一侧。',
        }
      : {
          en: 'Without L2. The line stands where both kinds are as likely (0.5). It winds around single points: they were learned by heart.',
          zh: '不用 L2。线画在两类同样可能（0.5）之处，绕着个别点弯曲：它们被死记下来了。',
        },
    picture: {
      spec: decisionBoundary({
        x: across,
        y: up,
        probabilities,
        points: { x: coordinate(0), y: coordinate(1), labels: y },
        classNames: language === 'zh' ? ['第 0 类', '第 1 类'] : ['kind 0', 'kind 1'],
      }),
    },
  };
}
