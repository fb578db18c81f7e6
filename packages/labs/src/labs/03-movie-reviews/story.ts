import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { ReadReview } from './answers';
import { bestEpoch, type ReviewsRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: ReviewsRun, { language, command }: LabContext): LabStory {
  const { data, epochs, history, test, seconds, net, answers } = run;
  const say = (text: Text) => inLanguage(text, language);
  const accuracy = `${readable(100 * (test.accuracy ?? Number.NaN), 2)} %`;
  const best = bestEpoch(history);
  const [texts, chinese] = data.whole ? ['reviews', '篇评论'] : ['sentences', '句影评'];
  return {
    title: say({ en: 'Film reviews', zh: '电影评论' }),
    summary: say({
      en: `From ${readable(data.counts.train)} ${texts} the network learned in ${duration(seconds.training)} which words praise and which blame; of ${readable(data.counts.test)} others it judges ${accuracy} as people did.`,
      zh: `网络用 ${duration(seconds.training, 'zh')}从 ${readable(data.counts.train)} ${chinese}中学会了哪些词是夸、哪些词是贬；另外 ${readable(data.counts.test)} ${chinese}中，它的判断有 ${accuracy} 与人一致。`,
    }),
    numbers: [
      { label: say({ en: 'Test accuracy', zh: '测试准确率' }), value: accuracy },
      { label: say({ en: 'Test loss', zh: '测试损失' }), value: readable(test.loss ?? Number.NaN, 4) },
      {
        label: say({ en: 'Best epoch', zh: '最好的轮次' }),
        value: String(best),
        note: say({ en: `of ${epochs.length}`, zh: `共 ${epochs.length} 轮` }),
      },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.countParams()) },
    ],
    sections: [
      {
        title: say({ en: 'Words become numbers', zh: '词变成数' }),
        text: [
          say({
            en: `A text is a row of ${data.maxlen} word numbers, filled with 0. An embedding holds 16 numbers for each word, learned like any weight; the mean over the words of a text is what the two dense layers see. The order of the words is lost: “not good, but bad” and “not bad, but good” are the same to this network.`,
            zh: `一段文字是 ${data.maxlen} 个词编号组成的一行，不足处用 0 填充。嵌入层为每个词保存 16 个数，它们像其他权重一样被学习；两个全连接层看到的是一段文字中各词的平均。词序丢失了：对这个网络来说，“not good, but bad” 和 “not bad, but good” 是一样的。`,
          }),
        ],
        tables: [
          {
            caption: say({ en: 'The frequent words that say most.', zh: '最能说明问题的常用词。' }),
            columns: say({ en: 'Praise|Blame', zh: '好评|差评' }).split('|'),
            rows: answers.words.praise.map((word, index) => [word, answers.words.blame[index] ?? '']),
          },
        ],
      },
      {
        title: say({ en: 'Where learning by heart begins', zh: '死记硬背从哪里开始' }),
        text: [
          say({
            en: `After epoch ${best} the validation loss was least (${readable(history.val_loss?.[best - 1] ?? Number.NaN, 4)}); by the last it was ${readable(history.val_loss?.at(-1) ?? Number.NaN, 4)}, while the training loss went on to ${readable(history.loss?.at(-1) ?? Number.NaN, 4)}. The weights of epoch ${best} are the ones that were kept and tested.`,
            zh: `第 ${best} 轮之后验证损失最低（${readable(history.val_loss?.[best - 1] ?? Number.NaN, 4)}）；到最后一轮为 ${readable(history.val_loss?.at(-1) ?? Number.NaN, 4)}，而训练损失继续降到 ${readable(history.loss?.at(-1) ?? Number.NaN, 4)}。保留并用于测试的是第 ${best} 轮的权重。`,
          }),
        ],
        figures: ['curves'],
      },
      {
        title: say({ en: 'Where it is right, and where it is wrong', zh: '哪里对，哪里错' }),
        tables: [
          reviewTable(answers.mistakes, { en: 'The mistakes of which it was surest.', zh: '它最有把握的错误。' }, say),
          reviewTable(
            answers.sure,
            { en: 'The right answers of which it was surest.', zh: '它最有把握的正确判断。' },
            say,
          ),
        ],
      },
    ],
    next: nextSteps(command).map(say),
  };
}

function reviewTable(reviews: readonly ReadReview[], caption: Text, say: (text: Text) => string) {
  const shown = (text: string) => (text.length > 160 ? `${text.slice(0, 157)}…` : text);
  return {
    caption: say(caption),
    columns: say({ en: 'Text|People|Probability of praise', zh: '文字|人的评价|好评概率' }).split('|'),
    rows: reviews.map(({ text, praise, probability }) => [
      shown(text),
      say(praise ? { en: 'praise', zh: '好评' } : { en: 'blame', zh: '差评' }),
      readable(probability, 3),
    ]),
  };
}

function nextSteps(command: string): Text[] {
  return [
    {
      en: `Learn from fewer texts: \`${command} run movie-reviews --limit 2000\`. How much accuracy does it cost?`,
      zh: `用更少的文字学习：\`${command} run movie-reviews --limit 2000\`。准确率下降多少？`,
    },
    {
      en: `Start from other random weights: \`${command} run movie-reviews --seed 2\`. Do the same words say praise?`,
      zh: `换一组随机初始权重：\`${command} run movie-reviews --seed 2\`。说明好评的还是那些词吗？`,
    },
    {
      en: `Train on whole reviews: \`${command} data pull imdb\` fetches the 50,000 of the course (17 MB), and this lab takes them when they are there.`,
      zh: `用完整的评论训练：\`${command} data pull imdb\` 会取来课程用的 50,000 篇（17 MB），有了它们本实验就会使用。`,
    },
  ];
}
