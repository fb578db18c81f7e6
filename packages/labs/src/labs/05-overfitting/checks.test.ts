import { expect, it } from 'vitest';
import { checks, type OverfittingRun, validationLoss } from './checks';
import { variantNames } from './networks';

function verdicts({ big = 1.2, held = 0.7, both = 0.6, small = 0.55, plane = 1.5, train = 7605, epochs = 15 } = {}) {
  const last = { small, middle: 0.6, big, l2: held, dropout: held, both };
  const answers = Object.fromEntries(
    variantNames.map((name) => [
      name,
      { loss: new Array(epochs).fill(0), val_binary_crossentropy: [0.7, 0.55, last[name]] },
    ]),
  );
  const test = { plane_binary_crossentropy: plane, plane_l2_binary_crossentropy: 0.4 };
  const run = { answers, test, data: { counts: { train } } } as unknown as OverfittingRun;
  return Object.fromEntries(checks.map((check) => [check.id, check.passed(run)]));
}

it('is content where the big network rises and the others are held down', () => {
  expect(Object.values(verdicts())).toEqual([true, true, true, true, true, true]);
});

it.each([
  ['big-rises', { big: 0.7 }],
  ['l2-holds-down', { held: 1.1 }],
  ['dropout-holds-down', { held: 1.19 }],
  ['both-holds-down', { both: 0.9 }],
  ['small-rises-least', { small: 1.3 }],
  ['l2-smooths', { plane: 0.3 }],
])('notices that %s is not so', (id, run) => {
  expect(verdicts(run)[id]).toBe(false);
});

it('does not judge few texts or few epochs', () => {
  for (const run of [{ train: 640 }, { epochs: 2 }])
    expect(Object.values(verdicts(run)).every((verdict) => verdict === undefined)).toBe(true);
});

it('finds the least validation loss and its epoch, from 1', () => {
  const history = { val_binary_crossentropy: [0.6, 0.5, 0.9] };
  expect(validationLoss({ big: history } as never, 'big')).toEqual({ least: 0.5, last: 0.9, epoch: 2 });
});
