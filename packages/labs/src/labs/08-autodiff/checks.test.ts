import { expect, it } from 'vitest';
import { type AutodiffRun, checks } from './checks';

const run = ({ tape = 12, w = 3.02, wave = 0.03, epochs = 60, train = 1000 } = {}) =>
  ({
    data: { counts: { train } },
    history: { w: new Array(epochs) },
    test: { wave_loss: wave },
    answers: { derivatives: [{ tape, expected: 12 }], found: { w, b: 1.98 }, noise: 0.0225 },
  }) as unknown as AutodiffRun;

it.each([
  [{}, [true, true, true]],
  [{ tape: 12.1 }, [false, true, true]],
  [{ w: 3.2 }, [true, false, true]],
  [{ wave: 0.035 }, [true, true, false]],
  [{ epochs: 10 }, [true, undefined, undefined]],
  [{ train: 200 }, [true, undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});

it('writes the line that was found', () => {
  expect(checks[1]!.found(run()).en).toBe('y = 3.020x + 1.980');
});
