import { compareCurves, decisionBoundary } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable, type Text } from '../../texts';
import type { PlaneAnswers } from './checks';
import type { MoonsData } from './moons-data';
import { type Variant, variantNames } from './networks';

const names: Readonly<Record<Variant, Text>> = {
  plain: { en: 'plain', zh: '无约束' },
  l2: { en: 'with L2', zh: '加 L2' },
  dropout: { en: 'with dropout', zh: '加 dropout' },
};

const told: Readonly<Record<Variant, Text>> = {
  plain: {
    en: 'The plain network bends the line around single points, and is sure of itself nearly everywhere.',
    zh: '无约束的网络让界线绕着单个的点弯，而且几乎处处都很有把握。',
  },
  l2: {
    en: 'With L2 the line is smooth: it gives up some training points. Where the moons meet the colours are pale: there it does not know, and says so.',
    zh: '加 L2 后界线平滑：它放弃了几个训练点。两个月亮相接处颜色很淡：那里它不知道，也照实说了。',
  },
  dropout: {
    en: 'With dropout no unit can count on another, and the line is a compromise of many networks.',
    zh: '加 dropout 后任何单元都不能依赖另一个，界线是许多网络的折中。',
  },
};

/** What a network is called. */
export function nameOf(variant: Variant, language: Language): string {
  return inLanguage(names[variant], language);
}

/** The plane as one network sees it, with the points it learned from. */
export function boundaryFigure(
  variant: Variant,
  { plane }: PlaneAnswers[Variant],
  { train }: MoonsData,
  language: Language,
): LabFigure {
  const coordinate = (at: number) => Array.from(train.y, (_, index) => train.x.data[2 * index + at]!);
  const length = readable(plane.length, 1);
  return {
    name: `boundary-${variant}`,
    alt: {
      en: `The plane in two colours (${nameOf(variant, 'en')}); the line between them is ${length} long.`,
      zh: `平面分成两种颜色（${nameOf(variant, 'zh')}），界线长 ${length}。`,
    },
    caption: told[variant],
    picture: {
      spec: decisionBoundary({
        ...plane,
        points: { x: coordinate(0), y: coordinate(1), labels: train.y },
        classNames: language === 'zh' ? ['上月', '下月'] : ['upper moon', 'lower moon'],
        title: nameOf(variant, language),
      }),
    },
  };
}

/** Loss of all three on points to learn from and on points never seen. */
export function lossesFigure(answers: PlaneAnswers, language: Language): LabFigure {
  const last = (variant: Variant) => {
    const { val_binary_crossentropy: values = [] } = answers[variant].history;
    return `${readable(Math.min(...values), 3)} → ${readable(values.at(-1) ?? Number.NaN, 3)}`;
  };
  const words = (inWhich: Language) => variantNames.map((name) => `${nameOf(name, inWhich)} ${last(name)}`);
  return {
    name: 'losses',
    alt: {
      en: `Test loss, least and last: ${words('en').join('; ')}.`,
      zh: `测试损失，最低与最后：${words('zh').join('；')}。`,
    },
    caption: {
      en: 'Cross-entropy on the training points (dashed) and on points never seen (solid). Without help the dashed line goes to nothing and the solid one rises.',
      zh: '训练点上（虚线）和从未见过的点上（实线）的交叉熵。不加约束时，虚线趋于零，实线上升。',
    },
    picture: {
      spec: compareCurves({
        runs: Object.fromEntries(variantNames.map((name) => [nameOf(name, language), answers[name].history])),
        metric: 'binary_crossentropy',
        words:
          language === 'zh'
            ? { training: '训练', validation: '测试', epoch: '轮次' }
            : { validation: 'never seen', training: 'training' },
      }),
    },
  };
}
