import { expect, it } from 'vitest';
import { checks, type PlaneRun } from './checks';

const run = ({ epochs = 300, last = 1, l2 = 0.3, accuracy = 0.9, squares = 30, train = 120 } = {}) =>
  ({
    data: { counts: { train } },
    answers: {
      plain: {
        history: { loss: new Array(epochs), val_binary_crossentropy: [0.5, 0.3, last] },
        squares: 100,
      },
      l2: { squares },
    },
    test: {
      plain_loss: 1,
      plain_accuracy: 0.89,
      l2_loss: l2,
      l2_accuracy: accuracy,
      dropout_loss: 0.3,
      dropout_accuracy: 0.9,
    },
  }) as unknown as PlaneRun;

it.each([
  [{}, [true, true, true, true]],
  [{ last: 0.31 }, [false, true, true, true]],
  [{ l2: 0.9 }, [true, false, true, true]],
  [{ accuracy: 0.8 }, [true, false, true, true]],
  [{ squares: 60 }, [true, true, true, false]],
  [{ epochs: 5 }, [undefined, undefined, undefined, undefined]],
  [{ train: 16 }, [undefined, undefined, undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
