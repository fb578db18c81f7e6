import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, readable } from '../../texts';
import type { ForecastErrors } from './forecast-errors';
import { type Kind, kindNames, nameOf } from './networks';
import type { PricesData } from './prices-data';

/** Who forecasts: the networks, and one who says that tomorrow is as today. */
export type Forecaster = Kind | 'naive';

/** What each network did over the epochs, what all say of the test days, and how far they are off. */
export interface PricesAnswers {
  histories: Readonly<Record<Kind, Readonly<Record<string, readonly number[]>>>>;
  forecasts: Readonly<Record<Forecaster, ArrayLike<number>>>;
  errors: Readonly<Record<Forecaster, ForecastErrors>>;
  /** How far one is off who always says the mean of the training days. */
  flat: ForecastErrors;
  /** From the least mean error to the greatest. */
  ranking: readonly Forecaster[];
}

export type PricesRun = LabRun<PricesData, Record<Kind, Sequential>, PricesAnswers>;

const whole = ({ answers, data }: PricesRun) => answers.histories.lstm.loss!.length >= 5 && data.counts.train >= 900;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<PricesRun>[] = [
  {
    id: 'learned-something',
    title: {
      en: 'Every network is closer than always saying the mean price, by a factor of two at least',
      zh: '每个网络都至少比总说平均价格准一倍',
    },
    passed: (run) =>
      whole(run) ? kindNames.every((kind) => run.answers.errors[kind].mae * 2 < run.answers.flat.mae) : undefined,
    found: ({ answers }) =>
      inAll(
        `${kindNames.map((kind) => `${nameOf(kind)} ${readable(answers.errors[kind].mae, 1)}`).join(', ')} / ${readable(answers.flat.mae, 1)}`,
      ),
  },
  {
    id: 'no-miracle',
    title: {
      en: 'No network beats “tomorrow as today” by a tenth: whoever finds one that does should look for a leak',
      zh: '没有网络比“明天和今天一样”准一成以上：若有，应先查数据泄漏',
    },
    passed: (run) => {
      const best = Math.min(...kindNames.map((kind) => run.answers.errors[kind].mae));
      return whole(run) ? best > 0.9 * run.answers.errors.naive.mae : undefined;
    },
    found: ({ answers }) => {
      const best = Math.min(...kindNames.map((kind) => answers.errors[kind].mae));
      return inAll(`${readable(best, 1)} / ${readable(answers.errors.naive.mae, 1)}`);
    },
  },
];
