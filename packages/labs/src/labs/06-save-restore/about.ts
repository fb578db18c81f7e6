import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'save-restore',
  number: 6,
  title: { en: 'Save and restore', zh: '保存与恢复' },
  goal: {
    en: 'Keep what a network has learned: checkpoints while it trains, its weights, the whole model, and a run that goes on after it was killed.',
    zh: '保存网络学到的东西：训练中的检查点、权重、整个模型，以及被中断后能继续的训练。',
  },
};
