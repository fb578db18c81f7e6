import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import type { Answers } from '../../labs/shared/class-answers';
import { inAll, percent, readable } from '../../texts';
import type { OwnData } from './own-data';

/** The network before it was stopped, and the one that went on with its weights. */
export type OwnNets = { first: Sequential; resumed: Sequential };

export interface OwnAnswers extends Answers {
  /** What the drawing was read as, and how surely. */
  drawing: { read: number; confidence: number };
  /** Test accuracy when it was stopped, and of the network that loaded its weights, before it went on. */
  stopped: { before: number; after: number };
  /** Where the parameters were written, and how many numbers. */
  parameters: { file: string; count: number };
}

export type OwnRun = LabRun<OwnData, OwnNets, OwnAnswers>;

const whole = ({ data, history }: OwnRun) => data.counts.train >= 300 && history.loss!.length >= 20;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<OwnRun>[] = [
  {
    id: 'test-accuracy',
    title: { en: 'From 300 pictures it learned to read 85 % of others', zh: '从 300 张图片学会读对其他图片的 85 %' },
    passed: (run) => (whole(run) ? run.test.accuracy! >= 0.85 : undefined),
    found: ({ test }) => inAll(percent(test.accuracy)),
  },
  {
    id: 'resumed-where-it-stopped',
    title: { en: 'The second network went on where the first stopped', zh: '第二个网络从第一个停下处继续' },
    passed: ({ answers: { stopped } }) => stopped.before === stopped.after,
    found: ({ answers: { stopped } }) => inAll(`${percent(stopped.before)} = ${percent(stopped.after)}`),
  },
  {
    id: 'all-parameters-written',
    title: { en: 'Every trainable parameter is in the text file', zh: '文本文件里有全部可训练参数' },
    passed: ({ answers, net }) => answers.parameters.count === net.resumed.countParams(),
    found: ({ answers }) => inAll(readable(answers.parameters.count)),
  },
  {
    id: 'reads-the-drawing',
    title: { en: 'It reads the drawing: a 7', zh: '它认出了手绘：7' },
    passed: (run) => (whole(run) ? run.answers.drawing.read === 7 : undefined),
    found: ({ answers: { drawing } }) => inAll(`${drawing.read} (${percent(drawing.confidence)})`),
  },
];
