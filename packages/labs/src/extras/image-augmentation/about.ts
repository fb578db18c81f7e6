import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'image-augmentation',
  title: { en: 'More pictures than there are', zh: '比实际更多的图片' },
  goal: {
    en: 'Turn, shift, shear, zoom and mirror a few hundred pictures as training goes, and measure what it brings.',
    zh: '在训练中随机旋转、平移、剪切、缩放和翻转几百张图片，并测量它带来什么。',
  },
};
