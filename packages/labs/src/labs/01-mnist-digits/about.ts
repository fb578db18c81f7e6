import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'mnist-digits',
  number: 1,
  title: { en: 'Handwritten digits', zh: '手写数字' },
  goal: {
    en: 'Train a small convolutional network that reads handwritten digits, and see where it is right and where it is wrong.',
    zh: '训练一个小型卷积网络来识别手写数字，看看它在哪里对、在哪里错。',
  },
};
