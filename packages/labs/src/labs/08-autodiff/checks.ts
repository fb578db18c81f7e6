import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, readable } from '../../texts';
import type { Asked } from './derivatives';
import { type NoisyData, trueLine } from './noisy-data';
import type { Line, Wave } from './own-layers';

export type AutodiffNets = { line: Line; wave: Wave };

export interface AutodiffAnswers {
  derivatives: (Pick<Asked, 'formula' | 'at' | 'order' | 'expected'> & { tape: number; difference: number })[];
  /** The line that was found. */
  found: { w: number; b: number };
  /** The squared error of the noise alone: no model can do better. */
  noise: number;
}

export type AutodiffRun = LabRun<NoisyData, AutodiffNets, AutodiffAnswers>;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<AutodiffRun>[] = [
  {
    id: 'derivatives',
    title: {
      en: 'The tape gives the derivatives that the rules of school give, the higher ones too',
      zh: '梯度带给出的导数与求导法则一致，高阶导数也一样',
    },
    passed: ({ answers }) =>
      answers.derivatives.every(({ tape, expected }) => Math.abs(tape - expected) <= 1e-4 * Math.max(1, expected)),
    found: ({ answers }) => inAll(answers.derivatives.map(({ tape }) => readable(tape, 2)).join(', ')),
  },
  {
    id: 'line-found',
    title: { en: 'The loop finds y = 3x + 2, within 0.1', zh: '循环找到 y = 3x + 2，误差在 0.1 以内' },
    passed: (run) => {
      const { w, b } = run.answers.found;
      if (!longEnough(run)) return undefined;
      return Math.abs(w - trueLine.slope) <= 0.1 && Math.abs(b - trueLine.intercept) <= 0.1;
    },
    found: ({ answers: { found } }) => inAll(`y = ${readable(found.w, 3)}x + ${readable(found.b, 3)}`),
  },
  {
    id: 'wave-followed',
    title: {
      en: 'The model of residual blocks follows the wave: its test error is at most one and a half times that of the noise',
      zh: '由残差块组成的模型跟上了波形：测试误差不超过噪声的 1.5 倍',
    },
    passed: (run) => (longEnough(run) ? (run.test.wave_loss ?? 1) <= 1.5 * run.answers.noise : undefined),
    found: ({ test, answers }) => inAll(`${readable(test.wave_loss ?? Number.NaN, 4)} / ${readable(answers.noise, 4)}`),
  },
];

function longEnough({ history, data }: AutodiffRun): boolean {
  return (history.w?.length ?? 0) >= 40 && data.counts.train >= 1000;
}
