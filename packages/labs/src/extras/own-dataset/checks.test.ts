import { expect, it } from 'vitest';
import { checks, type OwnRun } from './checks';

const run = ({ train = 300, accuracy = 0.9, after = 0.7, count = 10, read = 7 } = {}) =>
  ({
    data: { counts: { train } },
    history: { loss: new Array(24) },
    test: { accuracy },
    net: { resumed: { countParams: () => 10 } },
    answers: { stopped: { before: 0.7, after }, parameters: { count }, drawing: { read, confidence: 0.9 } },
  }) as unknown as OwnRun;

it.each([
  [{}, [true, true, true, true]],
  [{ accuracy: 0.8 }, [false, true, true, true]],
  [{ after: 0.1 }, [true, false, true, true]],
  [{ count: 9 }, [true, true, false, true]],
  [{ read: 1 }, [true, true, true, false]],
  [{ train: 40 }, [undefined, true, true, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
