import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 6's exercise. */
export const hints = {
  name: [
    { en: 'People count epochs from 1.', zh: '人们从 1 数轮次。' },
    { en: '`padStart(4, "0")` fills up with zeros.', zh: '`padStart(4, "0")` 会在前面补零。' },
    {
      en: '`String(epoch + 1).padStart(4, "0")`, with `cp-` before and `.ckpt` behind it.',
      zh: '`String(epoch + 1).padStart(4, "0")`，前面加 `cp-`，后面加 `.ckpt`。',
    },
  ],
  newest: [
    { en: 'Which is the greater, 9 or 10? And as texts?', zh: '9 和 10 哪个大？按文本比较呢？' },
    { en: '`Number(/\\d+/.exec(name)[0])` is the epoch.', zh: '`Number(/\\d+/.exec(name)[0])` 就是轮次。' },
    {
      en: 'Sort a copy by the epoch, greatest first, and take the first; of an empty list that is undefined.',
      zh: '按轮次从大到小给副本排序，取第一个；空列表时就是 undefined。',
    },
  ],
  best: [
    { en: 'The first epoch is always the best so far.', zh: '第一轮总是目前最好的。' },
    { en: 'Compare with all before it, not with the one before.', zh: '要与之前的所有轮次比，不只是前一轮。' },
    {
      en: 'Keep the least so far; where a loss is less, note the epoch and keep it.',
      zh: '记住目前的最小值；损失更小时记下轮次并更新。',
    },
  ],
  weights: [
    { en: 'One function makes bytes, another reads them.', zh: '一个函数生成字节，另一个读取。' },
    {
      en: '`encodeWeights` and `loadWeights` of `@tenlab/checkpoint`; both are awaited.',
      zh: '`@tenlab/checkpoint` 的 `encodeWeights` 和 `loadWeights`，都要 await。',
    },
    {
      en: "`await loadWeights(other, await encodeWeights(model, 'copy.safetensors'))`",
      zh: "`await loadWeights(other, await encodeWeights(model, 'copy.safetensors'))`",
    },
  ],
  model: [
    { en: 'A whole model needs no code that builds it.', zh: '整个模型不需要建立它的代码。' },
    { en: '`encodeModel` and `loadModel`.', zh: '`encodeModel` 和 `loadModel`。' },
    {
      en: "`return loadModel(await encodeModel(model, 'copy.keras'))`",
      zh: "`return loadModel(await encodeModel(model, 'copy.keras'))`",
    },
  ],
} satisfies Record<string, Hints>;
