import { expect, it } from 'vitest';
import { type ArrayRun, checks } from './checks';

const run = ({ accuracy = 0.93, train = 12_000, difference = 1e-6 } = {}) =>
  ({
    data: { counts: { train } },
    history: { loss: new Array(5) },
    test: { accuracy },
    answers: { difference },
  }) as unknown as ArrayRun;

it.each([
  [{}, [true, true]],
  [{ accuracy: 0.9 }, [false, true]],
  [{ train: 640 }, [undefined, true]],
  [{ difference: 0.1 }, [true, false]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
