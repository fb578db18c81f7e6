import { expect, it } from 'vitest';
import { type AugmentedRun, checks } from './checks';

const run = ({ train = 640, plain = 0.99, augmented = 0.78 } = {}) =>
  ({
    data: { counts: { train } },
    answers: { plain: { loss: new Array(25) } },
    test: {
      plain_training_accuracy: plain,
      plain_accuracy: 0.8,
      augmented_training_accuracy: augmented,
      augmented_accuracy: 0.76,
    },
  }) as unknown as AugmentedRun;

it.each([
  [{}, [true, true]],
  [{ plain: 0.85 }, [false, true]],
  [{ augmented: 0.9 }, [true, false]],
  [{ train: 64 }, [undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
