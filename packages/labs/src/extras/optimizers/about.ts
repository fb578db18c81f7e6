import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'optimizers',
  title: { en: 'Five optimizers, raced', zh: '五种优化器赛跑' },
  goal: {
    en: 'Write SGD, momentum, Adagrad, RMSProp and Adam by hand, race them, time them honestly, and know what activations and losses do to gradients.',
    zh: '亲手写出 SGD、动量、Adagrad、RMSProp 和 Adam，让它们赛跑并如实计时，弄清激活函数和损失怎样影响梯度。',
  },
};
