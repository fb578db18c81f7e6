import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'movie-reviews',
  number: 3,
  title: { en: 'Film reviews', zh: '电影评论' },
  goal: {
    en: 'Turn texts into numbers, train a network that tells praise from blame, and see from which epoch on it learns by heart.',
    zh: '把文字变成数字，训练一个分辨好评与差评的网络，看看它从哪个轮次开始死记硬背。',
  },
};
