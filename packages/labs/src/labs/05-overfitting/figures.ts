import { compareCurves } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable, type Text } from '../../texts';
import { type Histories, validationLoss } from './checks';
import { type Variant, variants } from './networks';

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
