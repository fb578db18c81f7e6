import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { IrisData } from './iris-data';

/** Two networks: the walkthrough's, and the single layer of the bare version. */
export type IrisNets = { layers: Sequential; bare: Sequential };

/** What the network says of three flowers that nobody named. */
export interface IrisAnswers {
  flowers: { lengths: number[]; species: number; probabilities: number[] }[];
}

export type IrisRun = LabRun<IrisData, IrisNets, IrisAnswers>;

/** Whether the run was long enough to ask how good it is. */
const whole = ({ data, epochs }: IrisRun) => data.counts.train >= 120 && epochs.length >= 700;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<IrisRun>[] = [
  {
    id: 'loss-falls',
    title: { en: 'The loss falls: the loop goes downhill', zh: '损失下降：循环确实在下坡' },
    passed: ({ history }) => (history.loss!.length < 2 ? undefined : history.loss!.at(-1)! < history.loss![0]!),
    found: ({ history: { loss = [] } }) =>
      inAll(`${readable(loss[0] ?? Number.NaN, 3)} → ${readable(loss.at(-1) ?? Number.NaN, 3)}`),
  },
  {
    id: 'test-accuracy',
    title: {
      en: 'It names at least 93 % of the thirty unseen flowers',
      zh: '在三十朵没见过的花上至少认对 93 %',
    },
    passed: (run) => (whole(run) ? (run.test.accuracy ?? 0) >= 0.93 : undefined),
    found: ({ test }) => inAll(percent(test.accuracy)),
  },
  {
    id: 'three-flowers',
    title: {
      en: 'The three unlabelled flowers are setosa, versicolor, virginica',
      zh: '三朵没有标签的花依次是 setosa、versicolor、virginica',
    },
    passed: (run) => (whole(run) ? run.answers.flowers.every(({ species }, index) => species === index) : undefined),
    found: ({ answers, data }) => inAll(answers.flowers.map(({ species }) => data.classNames[species]).join(', ')),
  },
];
