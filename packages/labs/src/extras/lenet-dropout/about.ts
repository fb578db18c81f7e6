import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'lenet-dropout',
  title: { en: 'LeNet with dropout', zh: '带 dropout 的 LeNet' },
  goal: {
    en: 'Read digits with the classic small convolutional network, and see what dropout does to training and validation.',
    zh: '用经典的小卷积网络读数字，看 dropout 对训练和验证各有什么影响。',
  },
};
