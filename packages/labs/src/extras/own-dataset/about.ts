import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'own-dataset',
  title: { en: 'Pictures of your own', zh: '自己的图片' },
  goal: {
    en: 'From picture files and a file of labels to a trained network: read, augment, stop and resume, write out every parameter, read a drawing.',
    zh: '从图片文件和标签文件到训练好的网络：读取、增广、中断与恢复、写出全部参数、识别一幅手绘。',
  },
};
