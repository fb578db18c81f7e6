import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { Answers } from '../shared/class-answers';
import type { ClothesData } from './clothes-data';

export type ClothesRun = LabRun<ClothesData, Sequential, Answers>;

const parameters = 101_770;

/** The least test accuracy after so many epochs, on all pictures or on the part that is always there. */
function leastAccuracy({ start, epochs }: ClothesRun): number | undefined {
  if (epochs.length < 5 || start.data.train < 12_000) return undefined;
  return start.data.train >= 60_000 && epochs.length >= 7 ? 0.87 : 0.83;
}

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<ClothesRun>[] = [
  {
    id: 'parameters',
    title: { en: `The network has ${readable(parameters)} parameters`, zh: `网络有 ${readable(parameters)} 个参数` },
    passed: ({ net }) => net.countParams() === parameters,
    found: ({ net }) => inAll(readable(net.countParams())),
  },
  {
    id: 'test-accuracy',
    title: {
      en: 'After five epochs it names 83 % right; on all pictures and after seven, 87 %',
      zh: '五个轮次后正确率 83 %；用全部图片训练七个轮次后 87 %',
    },
    passed: (run) => {
      const least = leastAccuracy(run);
      return least === undefined ? undefined : (run.test.accuracy ?? 0) >= least;
    },
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
];
