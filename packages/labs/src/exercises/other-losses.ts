// How networks other than classifiers of many classes are compiled: those that say yes or no, and those that say a number.
import type { Sequential } from '@tenlab/layers';
import { checkLearningRate } from './check-learning-rate';
import { lastActivation, noAccuracy, readCompiled } from './common-mistakes';
import { Mistake } from './mistake';

/** Judges how a network that says yes or no was compiled: loss and last layer must agree on who applies the sigmoid. */
export function checkLossOfYesNo(model: Sequential, options: unknown): void {
  const { loss, name, plain, metrics, optimizer } = readCompiled(options);
  if (plain !== 'binarycrossentropy') {
    throw new Mistake('wrong-loss', {
      en: `The loss is ${name === '' ? 'missing' : name}; for yes or no it is binary_crossentropy.`,
      zh: `损失是${name === '' ? '空的' : ` ${name}`}；判断是或否应为 binary_crossentropy。`,
    });
  }
  const config = (loss as { getConfig?(): Record<string, unknown> }).getConfig?.() ?? {};
  const [sigmoid, fromLogits] = [lastActivation(model) === 'sigmoid', config.from_logits === true];
  if (sigmoid && fromLogits) {
    throw new Mistake('sigmoid-twice', {
      en: 'The sigmoid is applied twice: by the last layer, and by the loss with `fromLogits: true`. Take one away.',
      zh: 'sigmoid 做了两次：最后一层一次，`fromLogits: true` 的损失又一次。请去掉一个。',
    });
  }
  if (!sigmoid && !fromLogits) {
    throw new Mistake('sigmoid-missing', {
      en: 'Nobody applies the sigmoid: the network gives any number and the loss takes it for a probability.',
      zh: '没有人做 sigmoid：网络给出任意的数，损失却当成概率。',
    });
  }
  if (!metrics.some((metric) => metric.includes('acc'))) throw noAccuracy();
  checkLearningRate(optimizer);
}

/** Judges how a network that says a number was compiled. */
export function checkLossOfNumbers(model: Sequential, options: unknown): void {
  const { name, plain, metrics, optimizer } = readCompiled(options);
  if (/crossentropy/.test(plain)) {
    throw new Mistake('loss-of-classes', {
      en: `${name} compares probabilities of classes. Here a number is foretold: take the mean squared error, \`mse\`.`,
      zh: `${name} 比较的是类别的概率。这里预测的是一个数：请用均方误差 \`mse\`。`,
    });
  }
  if (plain !== 'mse' && plain !== 'meansquarederror') {
    throw new Mistake('wrong-loss', {
      en: `The loss is ${name === '' ? 'missing' : name}; the one described is \`mse\`.`,
      zh: `损失是${name === '' ? '空的' : ` ${name}`}；题目描述的是 \`mse\`。`,
    });
  }
  if (!metrics.some((metric) => /^mae$|mean_?absolute_?error/.test(metric))) {
    throw new Mistake('no-mae', {
      en: "Squared miles per gallon mean little to people. Ask for the mean absolute error: `metrics: ['mae']`.",
      zh: "平方后的误差人很难明白。请加上平均绝对误差：`metrics: ['mae']`。",
    });
  }
  if (lastActivation(model) !== 'linear') {
    throw new Mistake('activation-at-the-end', {
      en: `The last layer ends in ${lastActivation(model)}, which cannot say every number. Leave its activation out.`,
      zh: `最后一层用了 ${lastActivation(model)}，有些数它说不出来。请去掉它的激活函数。`,
    });
  }
  checkLearningRate(optimizer);
}
