import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'iris',
  number: 9,
  title: { en: 'Iris, by hand', zh: '鸢尾花：亲手写训练循环' },
  goal: {
    en: 'Write the training loop yourself: the loss, its gradient, and the step down, on 150 flowers of three species.',
    zh: '亲手写出训练循环：损失、梯度和下降的一步，用三个品种的 150 朵花。',
  },
};
