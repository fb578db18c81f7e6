import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'cnn',
  number: 10,
  title: { en: 'Convolutional networks from parts', zh: '从零件搭建卷积网络' },
  goal: {
    en: 'Build LeNet, AlexNet, VGG, Inception and ResNet as classes out of blocks, and train them side by side on the same pictures.',
    zh: '用模块把 LeNet、AlexNet、VGG、Inception 和 ResNet 写成类，并在同样的图片上并排训练。',
  },
};
