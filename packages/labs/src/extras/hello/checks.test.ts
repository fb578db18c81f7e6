import { expect, it } from 'vitest';
import { checks, type LineRun } from './checks';

const run = ({ prediction = 31.002, epochs = 500, last = 0.1 } = {}) =>
  ({
    data: { unseen: 10 },
    history: { loss: [...new Array(epochs - 1).fill(1), last] },
    test: { prediction },
  }) as unknown as LineRun;
const verdicts = (what: Parameters<typeof run>[0]) => checks.map((check) => check.passed(run(what)));

it.each([
  [{}, [true, true]],
  [{ prediction: 31.2 }, [false, true]],
  [{ prediction: 30.85 }, [false, true]],
  [{ last: 2 }, [true, false]],
  [{ epochs: 2 }, [undefined, true]],
])('judges %j', (what, expected) => {
  expect(verdicts(what)).toEqual(expected);
});
