import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { Answers } from '../shared/class-answers';
import type { DigitsData } from '../shared/digits';

export type DigitsRun = LabRun<DigitsData, Sequential, Answers>;

const parameters = 121_930;

/** The least test accuracy after so many epochs on all 60,000 images. */
function leastAccuracy({ start, epochs }: DigitsRun): number | undefined {
  if (start.data.train < 60_000) return undefined;
  if (epochs.length >= 10) return 0.99;
  return epochs.length >= 2 ? 0.985 : 0.97;
}

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<DigitsRun>[] = [
  {
    id: 'parameters',
    title: { en: `The network has ${readable(parameters)} parameters`, zh: `网络有 ${readable(parameters)} 个参数` },
    passed: ({ net }) => net.countParams() === parameters,
    found: ({ net }) => inAll(readable(net.countParams())),
  },
  {
    id: 'better-than-chance',
    title: {
      en: 'It reads more than half of the digits right, where guessing reads a tenth',
      zh: '读对一半以上的数字（瞎猜只能对十分之一）',
    },
    // The network has hardly begun after so few steps.
    passed: ({ epochs, test }) => (steps(epochs) < 100 ? undefined : (test.accuracy ?? 0) > 0.5),
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
  {
    id: 'test-accuracy',
    title: {
      en: 'On all images it reads 97 % right after one epoch, 98.5 % after two, 99 % after ten',
      zh: '在全部图片上训练：一轮后正确率 97 %，两轮后 98.5 %，十轮后 99 %',
    },
    passed: (run) => {
      const least = leastAccuracy(run);
      return least === undefined ? undefined : (run.test.accuracy ?? 0) >= least;
    },
    found: ({ test }) => inAll(percent(test.accuracy, 2)),
  },
];

function steps(epochs: DigitsRun['epochs']): number {
  return epochs.reduce((sum, epoch) => sum + epoch.steps, 0);
}
