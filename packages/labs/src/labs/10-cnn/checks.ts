import type { Model } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { Answers } from '../shared/class-answers';
import type { NetworkName } from './networks';
import type { PicturesData } from './pictures-data';

/** What the best of the networks says of each test picture. */
export interface BestAnswers extends Answers {
  best: NetworkName;
}

export type CnnRun = LabRun<PicturesData, Readonly<Record<NetworkName, Model>>, BestAnswers>;

/** The share of test pictures that a network names right. */
export function accuracyOf({ test }: Pick<CnnRun, 'test'>, name: NetworkName): number {
  return test[`${name}_accuracy`] ?? Number.NaN;
}

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<CnnRun>[] = [
  {
    id: 'fewer-weights',
    title: {
      en: 'LeNet and ResNet have fewer weights than two dense layers',
      zh: 'LeNet 和 ResNet 的权重比两个全连接层还少',
    },
    passed: ({ net }) => Math.max(net.lenet.countParams(), net.resnet.countParams()) < net.dense128.countParams(),
    found: ({ net }) =>
      inAll([net.lenet, net.resnet, net.dense128].map((model) => readable(model.countParams())).join(' / ')),
  },
  isAbove('parts', { en: 'The network from parts', zh: '用零件搭的网络' }),
  isAbove('lenet', { en: 'LeNet', zh: 'LeNet' }),
  isAbove('resnet', { en: 'ResNet', zh: 'ResNet' }),
];

function isAbove(name: NetworkName, named: { en: string; zh: string }): LabCheck<CnnRun> {
  return {
    id: `${name}-above-dense128`,
    title: {
      en: `${named.en} names more test pictures right than dense128`,
      zh: `${named.zh}认对的测试图片多于 dense128`,
    },
    passed: (run) => (longEnough(run) ? accuracyOf(run, name) > accuracyOf(run, 'dense128') : undefined),
    found: (run) => inAll([name, 'dense128' as const].map((own) => percent(accuracyOf(run, own), 2)).join(' / ')),
  };
}

/** Convolutions begin more slowly than dense layers: a few steps tell nothing. */
function longEnough({ data, history }: CnnRun): boolean {
  return data.counts.train >= 12_000 && (history['lenet.loss']?.length ?? 0) >= 7;
}
