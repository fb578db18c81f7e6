import { expect, it } from 'vitest';
import { type ClothesRun, checks } from './checks';

const run = ({ accuracy = 0.85, train = 12_000, epochs = 5, parameters = 101_770 } = {}) =>
  ({
    start: { data: { train } },
    epochs: new Array(epochs),
    test: { accuracy },
    net: { countParams: () => parameters },
  }) as unknown as ClothesRun;

it.each([
  [{}, [true, true]],
  [{ accuracy: 0.82 }, [true, false]],
  [{ train: 60_000, accuracy: 0.86 }, [true, true]],
  [{ train: 60_000, epochs: 7, accuracy: 0.86 }, [true, false]],
  [{ train: 60_000, epochs: 7, accuracy: 0.88 }, [true, true]],
  [{ epochs: 1 }, [true, undefined]],
  [{ parameters: 7 }, [false, true]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
