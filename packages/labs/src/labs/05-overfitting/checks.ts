import type { Sequential } from '@tenlab/layers';
import type { LabCheck, LabRun } from '../../define-lab';
import { readable, type Text } from '../../texts';
import type { Reviews } from '../shared/reviews';
import type { Variant } from './networks';

/** What each network did over the epochs. */
export type Histories = Readonly<Record<Variant, Readonly<Record<string, readonly number[]>>>>;

/** The networks of texts, and two of points in a plane: free, and held back by L2. */
export type OverfittingNets = Record<Variant | 'plane' | 'plane_l2', Sequential>;

export type OverfittingRun = LabRun<Reviews, OverfittingNets, Histories>;

/** The validation loss without penalties: at its lowest, and at the end. */
export function validationLoss(histories: Histories, variant: Variant): { least: number; last: number; epoch: number } {
  const values = histories[variant].val_binary_crossentropy ?? [];
  const least = Math.min(...values);
  return { least, last: values.at(-1) ?? Number.NaN, epoch: values.indexOf(least) + 1 };
}

/** What a good run of this lab shows. */
export const checks: readonly LabCheck<OverfittingRun>[] = [
  {
    id: 'big-rises',
    title: {
      en: "The big network's validation loss ends at one and a half times its least, or more",
      zh: '大网络的验证损失最后至少是最低值的 1.5 倍',
    },
    passed: (run) => judged(run, ({ answers }) => ends(answers, 'big').last >= 1.5 * ends(answers, 'big').least),
    found: ({ answers }) => {
      const { least, last, epoch } = ends(answers, 'big');
      return {
        en: `${readable(least, 3)} after epoch ${epoch}, ${readable(last, 3)} at the end`,
        zh: `第 ${epoch} 轮之后为 ${readable(least, 3)}，最后为 ${readable(last, 3)}`,
      };
    },
  },
  holdsDown('l2', 0.7, 'L2'),
  holdsDown('dropout', 0.95, 'Dropout'),
  holdsDown('both', 0.65, { en: 'L2 and dropout together', zh: 'L2 加 dropout' }),
  {
    id: 'small-rises-least',
    title: {
      en: 'The small network ends with a lower validation loss than the big one',
      zh: '小网络最后的验证损失低于大网络',
    },
    passed: (run) => judged(run, ({ answers }) => ends(answers, 'small').last < ends(answers, 'big').last),
    found: ({ answers }) => {
      const text = `${readable(ends(answers, 'small').last, 3)} < ${readable(ends(answers, 'big').last, 3)}`;
      return { en: text, zh: text };
    },
  },
  {
    id: 'l2-smooths',
    title: {
      en: 'In the plane, the network with L2 has the smaller loss on unseen points',
      zh: '在平面上，用 L2 的网络在没见过的点上损失更小',
    },
    passed: (run) =>
      judged(run, ({ test }) => (test.plane_l2_binary_crossentropy ?? 1) < (test.plane_binary_crossentropy ?? 0)),
    found: ({ test: { plane_l2_binary_crossentropy: held, plane_binary_crossentropy: free } }) => {
      const text = `${readable(held ?? Number.NaN, 3)} < ${readable(free ?? Number.NaN, 3)}`;
      return { en: text, zh: text };
    },
  },
];

const ends = validationLoss;

/** A network needs texts enough, and epochs enough, to overfit as a lesson. */
function judged(run: OverfittingRun, passed: (run: OverfittingRun) => boolean): boolean | undefined {
  const epochs = run.answers.big.loss?.length ?? 0;
  return run.data.counts.train < 5000 || epochs < 12 ? undefined : passed(run);
}

function holdsDown(variant: Variant, share: number, name: string | Text): LabCheck<OverfittingRun> {
  const named: Text = typeof name === 'string' ? { en: name, zh: name } : name;
  return {
    id: `${variant}-holds-down`,
    title: {
      en: `${named.en}: the last validation loss is at most ${share} of the big network's`,
      zh: `${named.zh}：最后的验证损失不超过大网络的 ${share} 倍`,
    },
    passed: (run) => judged(run, ({ answers }) => ends(answers, variant).last <= share * ends(answers, 'big').last),
    found: ({ answers }) => {
      const text = `${readable(ends(answers, variant).last, 3)} / ${readable(ends(answers, 'big').last, 3)}`;
      return { en: text, zh: text };
    },
  };
}
