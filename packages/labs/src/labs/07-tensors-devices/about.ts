import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'tensors-devices',
  number: 7,
  title: { en: 'Tensors, devices, your own data', zh: '张量、设备与自己的数据' },
  goal: {
    en: 'Compute with tensors, know when a copy is made, time the devices of this machine against each other, and train on data of your own.',
    zh: '用张量计算，知道何时会复制，在本机各设备之间比较速度，并用自己的数据训练。',
  },
};
