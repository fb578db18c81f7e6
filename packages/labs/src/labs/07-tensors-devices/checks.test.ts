import { expect, it } from 'vitest';
import { checks, type TensorsRun } from './checks';

const run = ({ sum = 100.001, accuracy = 0.98, epochs = 60, train = 800 } = {}) =>
  ({
    data: {
      counts: { train },
      devices: [
        { name: 'wasm', sum: 100 },
        { name: 'cpu', sum },
      ],
    },
    history: { loss: new Array(epochs) },
    test: { accuracy },
  }) as unknown as TensorsRun;

it.each([
  [{}, [true, true]],
  [{ sum: 101 }, [false, true]],
  [{ accuracy: 0.9 }, [true, false]],
  [{ epochs: 3 }, [true, undefined]],
  [{ train: 100 }, [true, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
