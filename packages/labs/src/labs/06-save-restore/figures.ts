import { compareCurves, scatterPlot } from '@tenlab/viz';
import type { LabFigure } from '../../define-lab';
import { type Language, percent, readable } from '../../texts';
import type { SaveAnswers } from './checks';

/** How good each checkpoint is: what was kept can be looked at again. */
export function checkpointsFigure(checkpoints: SaveAnswers['checkpoints']): LabFigure {
  const told = checkpoints.map(({ name, accuracy }) => `${name} ${percent(accuracy)}`);
  return {
    name: 'checkpoints',
    alt: {
      en: `Test accuracy of each checkpoint: ${told.join(', ')}.`,
      zh: `各检查点的测试准确率：${told.join('、')}。`,
    },
    caption: {
      en: 'Each checkpoint of training_2, given to a new network and tested: accuracy by epoch. Epoch 0 is before training.',
      zh: 'training_2 的每个检查点交给新网络后的测试准确率，横轴是轮次。第 0 轮是训练之前。',
    },
    picture: {
      spec: scatterPlot({
        x: checkpoints.map(({ epoch }) => epoch),
        y: checkpoints.map(({ accuracy }) => accuracy),
      }),
    },
  };
}

/** The loss of the run that was never stopped, and of the one that was: one line, if all is well. */
export function resumedFigure(history: Readonly<Record<string, readonly number[]>>, language: Language): LabFigure {
  const [straight = [], resumed = []] = [history['straight.loss'], history['resumed.loss']];
  const names = language === 'zh' ? ['从未中断', '恢复'] : ['never stopped', 'resumed'];
  const values = (losses: readonly number[]) => losses.map((loss) => readable(loss, 4)).join(', ');
  return {
    name: 'resumed',
    alt: {
      en: `Training loss by epoch. Never stopped: ${values(straight)}. Killed and resumed: ${values(resumed)}.`,
      zh: `各轮次的训练损失。从未中断：${values(straight)}。中断后恢复：${values(resumed)}。`,
    },
    caption: {
      en: 'Training loss of the run that was never stopped (solid) and of the one that was killed in its second epoch (dashed). They are one line: the run ends as if nothing had happened.',
      zh: '从未中断的训练（实线）与在第二轮被中断的训练（虚线）的损失。它们重合成一条线：结局如同什么也没有发生。',
    },
    picture: {
      spec: compareCurves({
        // The resumed one is drawn dashed above the solid one, so that both are seen.
        runs: { [language === 'zh' ? '训练损失' : 'training loss']: { loss: resumed, val_loss: straight } },
        metric: 'loss',
        words: { validation: names[0]!, training: names[1]!, ...(language === 'zh' ? { epoch: '轮次' } : {}) },
      }),
    },
  };
}
