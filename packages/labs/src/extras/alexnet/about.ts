import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'alexnet',
  title: { en: 'AlexNet as a class', zh: '写成类的 AlexNet' },
  goal: {
    en: 'Write a large network as a class of its own, validate every other epoch, and save its weights and load them again.',
    zh: '把一个大网络写成自己的类，每隔一个轮次验证一次，保存权重并重新载入。',
  },
};
