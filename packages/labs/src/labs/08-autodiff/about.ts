import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'autodiff',
  number: 8,
  title: { en: 'Autodiff and custom training', zh: '自动微分与自定义训练' },
  goal: {
    en: 'Ask the tape for derivatives, first and higher, fit a line with a loop of your own, and build layers and models of your own.',
    zh: '用梯度带求一阶和高阶导数，用自己写的循环拟合一条直线，并编写自己的层和模型。',
  },
};
