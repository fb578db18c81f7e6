import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent } from '../../texts';
import type { DigitsData } from '../shared/digits';

/** The networks of this lab: with a checkpoint after each epoch, after every fifth, never stopped, and killed and resumed. */
export type SaveNets = Readonly<Record<'each' | 'every' | 'straight' | 'resumed', Sequential>>;

/** One way to keep a network, and how what came back does on the test pictures. */
export interface RestoredRow {
  file: string;
  bytes: number;
  loss: number;
  accuracy: number;
  /** Whether these are the numbers of the network that was kept, to the bit. */
  same: boolean;
}

export interface SaveAnswers {
  untrained: { loss: number; accuracy: number };
  restored: RestoredRow[];
  /** Each checkpoint of training_2 with the accuracy of what was in it. */
  checkpoints: { name: string; epoch: number; accuracy: number }[];
  newest: string;
  sums: { straight: string; resumed: string };
  /** After how many steps the run was killed. */
  killedAfter: number;
}

export type SaveRun = LabRun<DigitsData, SaveNets, SaveAnswers>;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<SaveRun>[] = [
  {
    id: 'restored-the-same',
    title: {
      en: 'Every network that came back tests exactly as the one that was kept',
      zh: '每个恢复的网络测试结果都与保存的完全相同',
    },
    passed: ({ answers }) => answers.restored.every(({ same }) => same),
    found: ({ answers }) => inAll(`${answers.restored.filter(({ same }) => same).length} / ${answers.restored.length}`),
  },
  {
    id: 'newest-found',
    title: { en: 'The newest checkpoint is that of the last epoch kept', zh: '最新的检查点属于最后保存的轮次' },
    passed: ({ answers }) => answers.newest === answers.checkpoints.at(-1)?.name,
    found: ({ answers }) => inAll(answers.newest),
  },
  {
    id: 'resumed-the-same',
    title: {
      en: 'Killed and resumed, training ends with the same weights as never stopped',
      zh: '中断后恢复的训练，最后的权重与从未中断的相同',
    },
    passed: ({ answers: { sums } }) => sums.straight === sums.resumed,
    found: ({ answers: { sums } }) => inAll(`${sums.straight.slice(0, 12)}… / ${sums.resumed.slice(0, 12)}…`),
  },
  {
    id: 'learned',
    title: {
      en: 'What was kept is worth keeping: 80 % of the test pictures right, where an untrained network guesses',
      zh: '保存的东西值得保存：测试图片认对 80 %，未训练的网络只是瞎猜',
    },
    passed: ({ history, test }) => ((history.loss?.length ?? 0) < 10 ? undefined : (test.accuracy ?? 0) >= 0.8),
    found: ({ test, answers }) => inAll(`${percent(answers.untrained.accuracy)} → ${percent(test.accuracy)}`),
  },
];
