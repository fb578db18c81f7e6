import { ExponentialDecay } from '@tenlab/layers';
import { type ActivationName, activations } from '@tenlab/layers/handwritten';
import { lineChart } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable, type Text } from '../../texts';
import type { RaceAnswers } from './checks';
import { moneyLost } from './own-loss';
import { racerNames, racers } from './racers';
import { contours, path } from './valley';

/** The race: the loss on all flowers after each epoch, by powers of ten. */
export function raceFigure(histories: RaceAnswers['histories'], language: Language): LabFigure {
  const lines = Object.fromEntries(racerNames.map((racer) => [racers[racer].name, { y: histories[racer].loss! }]));
  const ends = racerNames.map((racer) => `${racers[racer].name} ${readable(histories[racer].loss!.at(-1)!, 3)}`);
  return {
    name: 'race',
    alt: { en: `Training loss at the end: ${ends.join(', ')}.`, zh: `最后的训练损失：${ends.join('，')}。` },
    caption: {
      en: 'The race: the same network from the same weights, the same flowers in the same order; only the update differs. The loss by powers of ten.',
      zh: '赛跑：同样的网络、同样的初始权重、同样顺序的花，只有更新规则不同。损失按十的幂画出。',
    },
    picture: {
      spec: lineChart({
        lines,
        logarithmic: true,
        words: {
          x: inLanguage({ en: 'epoch', zh: '轮次' }, language),
          y: inLanguage({ en: 'training loss', zh: '训练损失' }, language),
        },
      }),
    },
  };
}

/** Five ways down a narrow valley. */
export function valleyFigure(): LabFigure {
  return {
    name: 'valley',
    alt: {
      en: 'Paths down a long valley: SGD swings from side to side, momentum overshoots and comes back, Adagrad, RMSProp and Adam go along it.',
      zh: '沿狭长山谷下降的路线：SGD 左右摆动，动量冲过头再回来，Adagrad、RMSProp 和 Adam 顺着山谷走。',
    },
    caption: {
      en: 'The same five in a valley ten times as steep across as along, forty steps each. The grey lines are of equal height; the lowest point is (0, 0).',
      zh: '同样五种优化器在横向比纵向陡十倍的山谷里，各走四十步。灰线为等高线，最低点是 (0, 0)。',
    },
    picture: {
      spec: lineChart({
        lines: Object.fromEntries(racerNames.map((racer) => [racers[racer].name, path(racer, 40)])),
        ground: contours(),
        points: { x: [0], y: [0] },
        words: { x: 'x', y: 'y' },
      }),
    },
  };
}

const shown = ['sigmoid', 'tanh', 'relu'] as const satisfies readonly ActivationName[];

/** Three activation functions, or their derivatives. */
export function activationsFigure(which: 'functions' | 'derivatives'): LabFigure {
  const x = Array.from({ length: 121 }, (_, index) => (index - 60) / 12);
  const lines = Object.fromEntries(
    shown.map((name) => {
      const { apply, derivative } = activations[name];
      return [name, { x, y: x.map((z) => (which === 'functions' ? apply(z) : derivative(apply(z)))) }];
    }),
  );
  const texts =
    which === 'functions'
      ? {
          alt: {
            en: 'Sigmoid from 0 to 1, tanh from -1 to 1, ReLU 0 on the left and rising on the right.',
            zh: 'sigmoid 从 0 到 1，tanh 从 -1 到 1，ReLU 左边为 0、右边上升。',
          },
          caption: {
            en: 'Activation functions. Sigmoid gives only positive numbers, so all weights of a next unit are pulled the same way; tanh lies evenly around 0.',
            zh: '激活函数。sigmoid 只给出正数，于是下一个单元的所有权重被拉向同一方向；tanh 以 0 为中心。',
          },
        }
      : {
          alt: {
            en: 'The derivative of sigmoid is at most 0.25, that of tanh at most 1, that of ReLU 0 or 1.',
            zh: 'sigmoid 的导数最大 0.25，tanh 最大 1，ReLU 为 0 或 1。',
          },
          caption: {
            en: 'Their derivatives: what the gradient is multiplied with on its way back. Sigmoid lets a quarter through at most. ReLU lets all through, or, left of 0, nothing: a unit that is never on the right learns no more.',
            zh: '它们的导数：梯度回传时要乘的数。sigmoid 最多放过四分之一。ReLU 全部放过，或者在 0 左边什么都不放：一直处在左边的单元不再学习。',
          },
        };
  return { name: which, ...texts, picture: { spec: lineChart({ lines, words: { x: 'z' } }) } };
}

/** A learning rate that falls by the same share again and again. */
export function decayFigure(language: Language): LabFigure {
  const options = { initialLearningRate: 0.1, decaySteps: 100, decayRate: 0.5 };
  const x = Array.from({ length: 101 }, (_, index) => 5 * index);
  const words = (text: Text) => inLanguage(text, language);
  return {
    name: 'decay',
    alt: {
      en: 'A learning rate that halves every hundred steps, evenly or in stairs: 0.1 to 0.003 in five hundred.',
      zh: '每一百步减半的学习率，平滑或阶梯式：五百步内从 0.1 降到 0.003。',
    },
    caption: {
      en: 'Exponential decay: `rate · 0.5^(step / 100)`. Large steps to get near, small ones to stay there.',
      zh: '指数衰减：`rate · 0.5^(step / 100)`。先用大步接近，再用小步停住。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [words({ en: 'evenly', zh: '平滑' })]: { x, y: new ExponentialDecay(options).values(x) },
          [words({ en: 'in stairs', zh: '阶梯' })]: {
            x,
            y: new ExponentialDecay({ ...options, staircase: true }).values(x),
          },
        },
        words: { x: words({ en: 'step', zh: '步' }), y: words({ en: 'learning rate', zh: '学习率' }) },
      }),
    },
  };
}

/** Three losses of one number, by how far it is off. */
export function lossesFigure(language: Language): LabFigure {
  const x = Array.from({ length: 81 }, (_, index) => (index - 40) / 20);
  const words = (text: Text) => inLanguage(text, language);
  return {
    name: 'losses',
    alt: {
      en: 'The squared error is a parabola; the loss with prices rises steeply on the left, where too few were baked, and gently on the right.',
      zh: '均方误差是抛物线；带价格的损失在左边（烤少了）很陡，在右边平缓。',
    },
    caption: {
      en: 'Losses by the error: the squared error minds both sides alike; a loss with prices, here 1 for each too many and 3 for each too few, does not.',
      zh: '损失随误差的变化：均方误差对两边一视同仁；带价格的损失（这里多一个亏 1，少一个亏 3）则不然。',
    },
    picture: {
      spec: lineChart({
        lines: {
          [words({ en: 'squared error', zh: '平方误差' })]: { x, y: x.map((error) => error ** 2) },
          [words({ en: 'with prices', zh: '带价格' })]: {
            x,
            y: x.map((error) => moneyLost(error, 0, { cost: 1, profit: 3 }).loss),
          },
        },
        words: { x: words({ en: 'prediction minus truth', zh: '预测减真实' }), y: words({ en: 'loss', zh: '损失' }) },
      }),
    },
  };
}
