import { expect, it } from 'vitest';
import { type CarsRun, checks } from './checks';

const run = ({ mae = 2, naive = 6, stopped = 60, long = 1000, train = 314 } = {}) =>
  ({
    data: { counts: { train, test: 78 } },
    history: { loss: new Array(stopped), long_loss: new Array(long) },
    test: { mae },
    answers: { naive },
  }) as unknown as CarsRun;

it.each([
  [{}, [true, true, true]],
  [{ mae: 2.6 }, [false, true, true]],
  [{ naive: 1.9 }, [true, false, true]],
  [{ stopped: 1000 }, [true, true, false]],
  [{ train: 40 }, [undefined, undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
