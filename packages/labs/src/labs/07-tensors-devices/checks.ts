import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { inAll, percent, readable } from '../../texts';
import type { Shown } from './demonstrations';
import type { PointsData } from './points-data';
import type { TimedDevice } from './time-devices';

export interface TensorsData extends PointsData {
  /** What was shown of tensors, by topic. */
  shown: Readonly<Record<string, Shown[]>>;
  sizes: readonly number[];
  devices: TimedDevice[];
}

/** What the network says of a grid of places. */
export interface TensorsAnswers {
  probabilities: Float32Array;
}

export type TensorsRun = LabRun<TensorsData, Sequential, TensorsAnswers>;

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<TensorsRun>[] = [
  {
    id: 'devices-agree',
    title: { en: 'All devices come to the same product', zh: '所有设备得到同样的乘积' },
    passed: ({ data: { devices } }) => {
      const [first] = devices;
      return devices.every(({ sum }) => Math.abs(sum - first!.sum) <= 1e-4 * Math.max(1, Math.abs(first!.sum)));
    },
    found: ({ data: { devices } }) => inAll(devices.map(({ name, sum }) => `${name} ${readable(sum, 2)}`).join(', ')),
  },
  {
    id: 'own-data-learned',
    title: {
      en: 'The network tells the two spirals apart: 95 % of the unseen points',
      zh: '网络能区分两条螺旋：没见过的点认对 95 %',
    },
    passed: ({ history, data, test }) =>
      (history.loss?.length ?? 0) < 30 || data.counts.train < 800 ? undefined : (test.accuracy ?? 0) >= 0.95,
    found: ({ test }) => inAll(percent(test.accuracy)),
  },
];
