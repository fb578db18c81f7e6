import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'handwritten-network',
  title: { en: 'A network in plain arrays', zh: '用普通数组写的网络' },
  goal: {
    en: 'Train a network for digits without any library for tensors: forward, loss, backward, update, in loops over lists of numbers.',
    zh: '不用任何张量库训练数字网络：前向、损失、反向、更新，全是对数字列表的循环。',
  },
};
