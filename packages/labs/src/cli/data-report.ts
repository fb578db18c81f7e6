import type { DataReport } from '@tenlab/datasets';
import { inLanguage, type Language, type Text } from '../texts';
import { padded } from './wrap';

/** One line of a report, and whether it tells of something to mend. */
export interface ReportLine {
  text: string;
  isFault: boolean;
}

/** What was found in a data set, for people. */
export function describeReport(report: DataReport, language: Language = 'en'): ReportLine[] {
  const { examples, values, lengths, classes, duplicates, conflicting, leaked, imbalance } = report;
  const lines: ReportLine[] = [];
  const say = (label: Text, en: string, zh: string, isFault = false) => {
    const text = inLanguage({ en, zh }, language);
    lines.push({ text: `${padded(inLanguage(label, language), 12)}${text}`, isFault });
  };
  const { train, test } = examples;
  say(
    { en: 'examples', zh: '样本' },
    `${train}${test > 0 ? ` to train on, ${test} to test with` : ''}`,
    `${train} 个${test > 0 ? `用于训练，${test} 个用于测试` : ''}`,
  );
  if (values !== null) {
    const { unknown } = values;
    const [least, largest, mean, deviation] = [values.least, values.largest, values.mean, values.deviation].map(short);
    say(
      { en: 'values', zh: '数值' },
      `${least} to ${largest}, mean ${mean}, deviation ${deviation}`,
      `${least} 到 ${largest}，均值 ${mean}，标准差 ${deviation}`,
    );
    if (unknown > 0) {
      say(
        { en: 'unknown', zh: '缺失' },
        `${unknown} values: leave those rows out, or fill them in`,
        `${unknown} 个数值：去掉这些行，或把它们补上`,
        true,
      );
    }
  }
  if (lengths !== null) {
    const [least, largest, mean] = [lengths.least, lengths.largest, short(lengths.mean)];
    say(
      { en: 'length', zh: '长度' },
      `${least} to ${largest} characters, mean ${mean}`,
      `${least} 到 ${largest} 个字符，平均 ${mean}`,
    );
  }
  for (const { name, train: own, test: tested } of classes) {
    const counts = `${own}${test > 0 ? ` + ${tested}` : ''}`;
    say({ en: 'class', zh: '类别' }, `${name}: ${counts}`, `${name}：${counts}`);
  }
  if (imbalance !== null && imbalance >= 1.5) {
    say(
      { en: 'balance', zh: '均衡' },
      `the most frequent class has ${short(imbalance)} times the examples of the rarest: weigh them`,
      `最多的类别是最少的 ${short(imbalance)} 倍：请给类别加权`,
      true,
    );
  }
  const twice = duplicates.train + duplicates.test;
  say(
    { en: 'duplicates', zh: '重复' },
    `${duplicates.train} in training, ${duplicates.test} in the test part`,
    `训练部分 ${duplicates.train} 个，测试部分 ${duplicates.test} 个`,
    twice > 0,
  );
  if (conflicting > 0) {
    say(
      { en: 'labels', zh: '标签' },
      `${conflicting} duplicates have another label than the first one`,
      `${conflicting} 个重复样本的标签与第一个不同`,
      true,
    );
  }
  if (test > 0) {
    say(
      { en: 'leakage', zh: '泄漏' },
      `${leaked} test examples are in the training part too`,
      `${leaked} 个测试样本也在训练部分里`,
      leaked > 0,
    );
  }
  return lines;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
