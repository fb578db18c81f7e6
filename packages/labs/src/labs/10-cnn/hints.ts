import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 10's exercise. */
export const hints = {
  parameters: [
    { en: 'How many numbers does one filter look at?', zh: '一个滤波器看多少个数？' },
    {
      en: 'Width times height times channels; and each filter has a bias.',
      zh: '宽乘高乘通道数；每个滤波器还有一个偏置。',
    },
    {
      en: '`(kernelSize * kernelSize * channels + 1) * filters`',
      zh: '`(kernelSize * kernelSize * channels + 1) * filters`',
    },
  ],
  size: [
    { en: '`same` keeps the height, whatever the filter.', zh: '`same` 保持高度不变，与滤波器无关。' },
    {
      en: 'In how many places does a filter of 3 fit into a row of 5?',
      zh: '长度 3 的滤波器在长度 5 的一行里有几个位置？',
    },
    { en: '`height - kernelSize + 1` for `valid`', zh: '`valid` 时为 `height - kernelSize + 1`' },
  ],
  pool: [
    { en: 'Half as many rows, half as many columns.', zh: '行数减半，列数减半。' },
    { en: 'Windows do not overlap: they begin at 0, 2, 4, …', zh: '窗口不重叠：从 0、2、4……开始。' },
    {
      en: '`Math.max(rows[2 * y][2 * x], rows[2 * y][2 * x + 1], rows[2 * y + 1][2 * x], rows[2 * y + 1][2 * x + 1])`',
      zh: '`Math.max(rows[2 * y][2 * x], rows[2 * y][2 * x + 1], rows[2 * y + 1][2 * x], rows[2 * y + 1][2 * x + 1])`',
    },
  ],
  lenet: [
    { en: 'Eight layers in a list: `new Sequential([…])`.', zh: '八层放进一个列表：`new Sequential([…])`。' },
    {
      en: 'The first has `inputShape: [28, 28, 1]` and `padding: "same"`; the second convolution has no padding.',
      zh: '第一层有 `inputShape: [28, 28, 1]` 和 `padding: "same"`；第二个卷积不填充。',
    },
    {
      en: 'Conv2D 6, MaxPooling2D, Conv2D 16, MaxPooling2D, Flatten, Dense 120, Dense 84, Dense 10: 61,706 weights.',
      zh: 'Conv2D 6、MaxPooling2D、Conv2D 16、MaxPooling2D、Flatten、Dense 120、Dense 84、Dense 10：61,706 个权重。',
    },
  ],
  choose: [
    { en: 'The name is asked for, not the accuracy.', zh: '要的是名字，不是准确率。' },
    { en: 'Look at `validation` alone.', zh: '只看 `validation`。' },
    {
      en: '`Object.entries(accuracies).sort(([, one], [, other]) => other.validation - one.validation)[0][0]`',
      zh: '`Object.entries(accuracies).sort(([, one], [, other]) => other.validation - one.validation)[0][0]`',
    },
  ],
} satisfies Record<string, Hints>;
