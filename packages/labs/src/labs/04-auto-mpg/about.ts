import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'auto-mpg',
  number: 4,
  title: { en: 'Fuel', zh: '油耗' },
  goal: {
    en: 'Predict a number: how far a car goes on a gallon, from a table with gaps, units and countries of origin.',
    zh: '预测一个数：根据一张有缺失值、单位和产地的表，预测汽车一加仑油能走多远。',
  },
};
