import { expect, it } from 'vitest';
import { type AlexRun, checks } from './checks';

const run = ({ train = 60_000, accuracy = 0.985, validations = 1, difference = 0 } = {}) =>
  ({
    start: { data: { train } },
    epochs: new Array(2),
    net: { countParams: () => 27_672_714 },
    test: { accuracy },
    history: { accuracy: [0.9, 0.98], val_accuracy: new Array(validations) },
    answers: { saved: { difference } },
  }) as unknown as AlexRun;

it.each([
  [{}, [true, true, true, true]],
  [{ accuracy: 0.97 }, [true, false, true, true]],
  [{ validations: 2 }, [true, true, false, true]],
  [{ difference: 1e-7 }, [true, true, true, false]],
  [{ train: 640 }, [true, undefined, true, true]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
