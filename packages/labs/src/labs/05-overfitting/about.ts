import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'overfitting',
  number: 5,
  title: { en: 'Over- and underfitting', zh: '过拟合与欠拟合' },
  goal: {
    en: 'Train a small, a middle and a big network on the same texts, see the big one learn by heart, and hold it back with L2 and dropout.',
    zh: '在同样的文本上训练小、中、大三个网络，看大网络如何死记硬背，再用 L2 和 dropout 约束它。',
  },
};
