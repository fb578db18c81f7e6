import { expect, it } from 'vitest';
import { checks, type WideRun } from './checks';

const run = ({ train = 60_000, epochs = 50, mse = 0.87, crossentropy = 0.97, functional = 0.96 } = {}) =>
  ({
    start: { data: { train } },
    answers: { mse: { loss: new Array(epochs) } },
    test: { mse_accuracy: mse, crossentropy_accuracy: crossentropy, functional_accuracy: functional },
  }) as unknown as WideRun;

it.each([
  [{}, [true, true, true]],
  [{ mse: 0.85 }, [false, true, true]],
  [{ mse: 0.5, epochs: 10 }, [undefined, true, true]],
  [{ crossentropy: 0.86 }, [true, false, true]],
  [{ functional: 0.9 }, [true, true, false]],
  [{ train: 640 }, [undefined, undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
