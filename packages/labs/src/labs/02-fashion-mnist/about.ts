import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'fashion-mnist',
  number: 2,
  title: { en: 'Clothes', zh: '服装' },
  goal: {
    en: 'Tell ten kinds of clothes apart with two dense layers, stop when it is good enough, and see what filters and pooling do to a picture.',
    zh: '用两个全连接层区分十类服装，足够好时停止训练，并看看滤波器和池化对图片做了什么。',
  },
};
