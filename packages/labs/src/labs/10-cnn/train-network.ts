import { LearningRateScheduler } from '@tenlab/callbacks';
import type { Callback, Model } from '@tenlab/layers';
import type { TierSettings } from '../../define-lab';
import { cosineRate } from '../shared/cosine-rate';
import type { PicturesData } from './pictures-data';

const firstRate = 0.002;

/** The learning rate of an epoch, counted from 0. */
export function learningRate(epoch: number, epochs: number): number {
  return cosineRate(firstRate, epoch, epochs);
}

/** Trains one network; a tenth of the training pictures is held back for validation. Returns what each metric did. */
export async function trainNetwork(
  model: Model,
  { x, labels }: Pick<PicturesData, 'x' | 'labels'>,
  { epochs, batchSize }: TierSettings,
  callbacks: readonly Callback[],
): Promise<Readonly<Record<string, readonly number[]>>> {
  const schedule = new LearningRateScheduler({ schedule: (epoch) => learningRate(epoch, epochs) });
  const { history } = await model.fit(x.train, labels.train, {
    epochs,
    batchSize,
    validationSplit: 0.1,
    callbacks: [schedule, ...callbacks],
    verbose: 0,
  });
  const { learning_rate: _, ...metrics } = history;
  return metrics;
}
