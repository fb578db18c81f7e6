import { expect, it } from 'vitest';
import { checks, type LeNetRun } from './checks';

const run = ({ train = 60_000, epochs = 10, accuracy = 0.989, parameters = 82_934, first = 0.9 } = {}) =>
  ({
    start: { data: { train } },
    epochs: new Array(epochs),
    net: { countParams: () => parameters },
    test: { accuracy },
    history: { accuracy: [first], val_accuracy: [0.97] },
  }) as unknown as LeNetRun;

it.each([
  [{}, [true, true, true]],
  [{ accuracy: 0.98 }, [true, false, true]],
  [{ accuracy: 0.98, epochs: 3 }, [true, true, true]],
  [{ accuracy: 0.1, epochs: 1 }, [true, undefined, true]],
  [{ train: 640 }, [true, undefined, undefined]],
  [{ parameters: 1, first: 0.99 }, [false, true, false]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
