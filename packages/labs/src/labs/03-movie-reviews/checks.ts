import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { Reviews } from '../shared/reviews';
import type { ReviewAnswers } from './answers';

export type ReviewsRun = LabRun<Reviews, Sequential, ReviewAnswers>;

/** Fewer texts than these teach too few words to be judged. */
const enough = 7000;

/** The epoch, from 1, after which the validation loss was least. */
export function bestEpoch(history: ReviewsRun['history']): number {
  const losses = history.val_loss ?? [];
  return losses.indexOf(Math.min(...losses)) + 1;
}

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<ReviewsRun>[] = [
  {
    id: 'parameters',
    title: {
      en: 'The network has 16 numbers for each word, and 289 more',
      zh: '网络为每个词存 16 个数，另有 289 个参数',
    },
    passed: ({ net, data }) => net.countParams() === 16 * data.numWords + 289,
    found: ({ net }) => inAll(readable(net.countParams())),
  },
  {
    id: 'test-accuracy',
    title: {
      en: 'It judges at least 75 % of the test texts as people did (85 % of whole reviews)',
      zh: '对测试文本的判断至少 75 % 与人一致（完整评论为 85 %）',
    },
    passed: ({ data, epochs, test }) =>
      data.counts.train < enough || epochs.length < 4 ? undefined : (test.accuracy ?? 0) >= (data.whole ? 0.85 : 0.75),
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
  {
    id: 'overfitting',
    title: {
      en: 'The validation loss rises again before the last epoch, the training loss does not',
      zh: '验证损失在最后一轮之前回升，训练损失却没有',
    },
    passed: ({ data, epochs, history }) => {
      if (data.counts.train < enough || epochs.length < 10) return undefined;
      const { loss = [], val_loss = [] } = history;
      return val_loss.at(-1)! > Math.min(...val_loss) + 0.01 && loss.at(-1) === Math.min(...loss);
    },
    found: ({ history }) => {
      const [best, last] = [bestEpoch(history), history.val_loss?.length ?? 0];
      return {
        en: `least after epoch ${best} of ${last}`,
        zh: `共 ${last} 轮，第 ${best} 轮之后最低`,
      };
    },
  },
];
