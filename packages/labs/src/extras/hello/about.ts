import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'hello',
  title: { en: 'The smallest network: y = 3x + 1', zh: '最小的网络：y = 3x + 1' },
  goal: {
    en: 'Let one neuron find the rule behind six pairs of numbers, and say why it does not find it exactly.',
    zh: '让一个神经元从六对数里找出规律，并说清它为什么找得不完全准。',
  },
};
