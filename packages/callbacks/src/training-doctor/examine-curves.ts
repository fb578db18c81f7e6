import type { Symptom } from './finding';

/** The metrics of the epochs so far. */
export type Curves = Readonly<Record<string, readonly number[]>>;

const slower = 'Lower the learning rate, by a factor of 10 to begin with; LearningRateFinder looks for a good one.';

/** What the losses of the epochs tell. `step` is the last loss within the epoch under way. */
export function examineCurves(curves: Curves): Symptom[] {
  const { loss = [], val_loss: validation = [] } = curves;
  const symptoms: Symptom[] = [];
  const last = loss.at(-1);
  if (last === undefined) return symptoms;
  if (!Number.isFinite(last)) {
    return [{ code: 'loss-not-finite', layer: null, message: `The loss is ${last}.`, remedy: slower }];
  }
  const best = Math.min(...loss);
  if (loss.length >= 3 && (last > 3 * Math.abs(best) + loss[0]! || swings(loss) >= 3)) {
    symptoms.push({
      code: 'learning-rate-too-high',
      layer: null,
      message: `The loss does not settle: ${shown(loss)}.`,
      remedy: slower,
    });
  } else if (loss.length >= 5 && best > 0.99 * loss[0]!) {
    symptoms.push({
      code: 'not-learning',
      layer: null,
      message: `The loss has hardly moved in ${loss.length} epochs: ${shown(loss)}.`,
      remedy:
        'Raise the learning rate, check that labels belong to their samples, and try to overfit ten samples first.',
    });
  }
  const leastAt = validation.indexOf(Math.min(...validation));
  const since = validation.length - 1 - leastAt;
  if (
    validation.length >= 4 &&
    since >= 3 &&
    validation.at(-1)! > 1.1 * validation[leastAt]! &&
    last < loss[leastAt]!
  ) {
    symptoms.push({
      code: 'overfitting',
      layer: null,
      message: `The validation loss was least in epoch ${leastAt + 1} (${inShort(validation[leastAt]!)}) and is ${inShort(validation.at(-1)!)} now, while the training loss still falls.`,
      remedy:
        'Stop early (EarlyStopping with restoreBestWeights), add Dropout or an L2 regularizer, get more data, or take a smaller model.',
    });
  }
  return symptoms;
}

/** What can be said once training is over: `accuracy` that stayed low on both sides. */
export function examineEnd(curves: Curves): Symptom[] {
  const name = Object.keys(curves).find((key) => /(^|_)(acc|accuracy)$/.test(key) && !key.startsWith('val_'));
  const accuracy = name === undefined ? undefined : curves[name]!.at(-1);
  const { loss = [] } = curves;
  const stillFalls = loss.length >= 3 && loss.at(-1)! < 0.97 * loss.at(-2)!;
  if (accuracy === undefined || accuracy > 0.7 || loss.length < 3) return [];
  return [
    {
      code: 'underfitting',
      layer: null,
      message: `The training accuracy is only ${inShort(accuracy)} after ${loss.length} epochs${stillFalls ? ', and the loss still falls' : ''}.`,
      remedy: stillFalls
        ? 'Train for more epochs.'
        : 'Take a larger model or a higher learning rate, less regularization, or look whether the inputs tell the answer at all.',
    },
  ];
}

/** How often the loss went up by a tenth and more, right after it had gone down. */
function swings(loss: readonly number[]): number {
  let count = 0;
  for (let i = 2; i < loss.length; i++) {
    if (loss[i]! > 1.1 * loss[i - 1]! && loss[i - 1]! < loss[i - 2]!) count++;
  }
  return count;
}

function shown(values: readonly number[]): string {
  const list = values.slice(-6).map(inShort).join(', ');
  return values.length > 6 ? `…, ${list}` : list;
}

function inShort(value: number): string {
  return Math.abs(value) >= 1e4 || (value !== 0 && Math.abs(value) < 1e-3) ? value.toExponential(2) : value.toFixed(4);
}
