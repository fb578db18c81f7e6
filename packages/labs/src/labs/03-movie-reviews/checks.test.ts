import { expect, it } from 'vitest';
import { bestEpoch, checks, type ReviewsRun } from './checks';

const falling = Array.from({ length: 10 }, (_, epoch) => 1 / (epoch + 1));
const rising = falling.map((_, epoch) => 0.5 + 0.02 * Math.abs(epoch - 3));

function verdicts({ accuracy = 0.77, train = 7605, whole = false, val_loss = rising, parameters = 160_289 } = {}) {
  const run = {
    data: { counts: { train, test: 2000 }, whole, numWords: 10_000 },
    net: { countParams: () => parameters },
    epochs: { length: val_loss.length },
    history: { loss: falling, val_loss },
    test: { accuracy },
  } as unknown as ReviewsRun;
  return Object.fromEntries(checks.map((check) => [check.id, check.passed(run)]));
}

it('is content with a good run, and asks more where there are whole reviews', () => {
  expect(verdicts()).toEqual({ parameters: true, 'test-accuracy': true, overfitting: true });
  expect(verdicts({ whole: true })['test-accuracy']).toBe(false);
});

it('notices too little, another network, and a validation loss that only falls', () => {
  expect(verdicts({ accuracy: 0.74, parameters: 1, val_loss: falling })).toEqual({
    parameters: false,
    'test-accuracy': false,
    overfitting: false,
  });
});

it('does not judge a small run', () => {
  expect(verdicts({ train: 640 })).toEqual({ parameters: true, 'test-accuracy': undefined, overfitting: undefined });
});

it('finds the best epoch, from 1', () => {
  expect(bestEpoch({ val_loss: rising })).toBe(4);
});
