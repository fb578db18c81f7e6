import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'fc512',
  title: { en: 'One wide layer, two losses, two ways to write it', zh: '一个宽层、两种损失、两种写法' },
  goal: {
    en: 'See what the choice of loss does to the same network, and build its twin with the functional API.',
    zh: '看损失的选择对同一个网络有什么影响，并用函数式 API 搭建它的孪生网络。',
  },
};
