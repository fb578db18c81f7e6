import { expect, it } from 'vitest';
import { checks, type PricesRun } from './checks';

const off = (mae: number) => ({ mae });
const run = ({ epochs = 12, lstm = 60, gru = 40 } = {}) =>
  ({
    data: { counts: { train: 1940 } },
    answers: {
      histories: { lstm: { loss: new Array(epochs) } },
      errors: { simple: off(50), lstm: off(lstm), gru: off(gru), naive: off(31) },
      flat: off(900),
    },
  }) as unknown as PricesRun;

it.each([
  [{}, [true, true]],
  [{ lstm: 500 }, [false, true]],
  [{ gru: 20 }, [true, false]],
  [{ epochs: 1 }, [undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
