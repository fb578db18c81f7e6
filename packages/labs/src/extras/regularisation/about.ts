import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'regularisation',
  title: { en: 'Where a network draws the line', zh: '网络把界线画在哪里' },
  goal: {
    en: 'See overfitting as a line in the plane, and what L2 and dropout do to it.',
    zh: '把过拟合看成平面上的一条线，看 L2 和 dropout 怎样改变它。',
  },
};
