import { histogram, pairPlot, scatterPlot } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { inLanguage, type Language, readable } from '../../texts';
import { curvesFigure } from '../shared/curves-figure';
import { type CarsData, features } from './cars-data';

/** Four columns of the training rows against each other, by origin. */
export function pairsFigure({ train }: CarsData): LabFigure {
  const column = (name: (typeof features)[number]) =>
    Array.from(train.mpg, (_, row) => train.raw[row * features.length + features.indexOf(name)]!);
  return {
    name: 'pairs',
    alt: {
      en: 'Pair plots: miles per gallon falls as cylinders, displacement and weight grow, and these grow together.',
      zh: '成对散点图：气缸数、排量、重量越大，油耗里程越低；这三者一同增长。',
    },
    caption: {
      en: 'Every column against every other. Heavy cars have large engines and go less far on a gallon.',
      zh: '每一列对每一列。重的车发动机大，一加仑走得更近。',
    },
    picture: {
      spec: pairPlot({
        columns: {
          mpg: train.mpg,
          cylinders: column('cylinders'),
          displacement: column('displacement'),
          weight: column('weight'),
        },
        groups: train.origin,
      }),
    },
  };
}

/** Error by epoch, of the network trained to the last epoch or stopped in time. */
export function errorCurves(history: CarsHistory, language: Language, which: 'stopped' | 'long'): LabFigure {
  const prefix = which === 'long' ? 'long_' : '';
  const of = (name: string) => history[`${prefix}${name}`]!;
  const shown = { mae: of('mae'), val_mae: of('val_mae'), mse: of('mse'), val_mse: of('val_mse') };
  return curvesFigure(shown, language, {
    name: which === 'long' ? 'curves-long' : 'curves',
    metrics: ['mae', 'mse'],
    from: 5,
    caption:
      which === 'long'
        ? {
            en: 'Trained to the last epoch: the training error goes on falling, the validation error does not.',
            zh: '训练到最后一个轮次：训练误差继续下降，验证误差却不再下降。',
          }
        : {
            en: 'Stopped when the validation loss had not improved for ten epochs. The first five epochs are left out.',
            zh: '验证损失连续十个轮次没有改善时停止。最初五个轮次未画出。',
          },
  });
}

export type CarsHistory = Readonly<Record<string, readonly number[]>>;

/** True miles per gallon against predicted ones. */
export function agreementFigure({ test }: CarsData, predictions: Float32Array, language: Language): LabFigure {
  const words = {
    x: inLanguage({ en: 'true miles per gallon', zh: '真实值（英里/加仑）' }, language),
    y: inLanguage({ en: 'predicted', zh: '预测值' }, language),
  };
  return {
    name: 'true-against-predicted',
    alt: { en: 'True against predicted miles per gallon, near the diagonal.', zh: '真实值与预测值，点在对角线附近。' },
    caption: {
      en: 'Each test car is a point. On the dashed line the prediction is right.',
      zh: '每个点是一辆测试车。落在虚线上表示预测正确。',
    },
    picture: { spec: scatterPlot({ x: test.mpg, y: predictions, diagonal: true, words }) },
  };
}

/** How often errors of each size occur. */
export function errorsFigure({ test }: CarsData, predictions: Float32Array, language: Language): LabFigure {
  const errors = predictions.map((value, index) => value - test.mpg[index]!);
  const [least, most] = [Math.min(...errors), Math.max(...errors)];
  return {
    name: 'errors',
    alt: {
      en: `Histogram of the errors, from ${readable(least, 1)} to ${readable(most, 1)} miles per gallon.`,
      zh: `误差直方图，从 ${readable(least, 1)} 到 ${readable(most, 1)} 英里/加仑。`,
    },
    caption: {
      en: 'Prediction minus truth. Errors gather around 0; what lies far out are unusual cars.',
      zh: '预测减真实。误差聚集在 0 附近，远处的是不寻常的车。',
    },
    picture: {
      spec: histogram({
        values: errors,
        words: {
          value: inLanguage({ en: 'error, miles per gallon', zh: '误差（英里/加仑）' }, language),
          count: inLanguage({ en: 'cars', zh: '车辆数' }, language),
        },
      }),
    },
  };
}
