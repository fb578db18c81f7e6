import { expect, it } from 'vitest';
import { checks, type SaveRun } from './checks';

const run = ({ same = true, newest = 'cp-0010.ckpt', resumed = 'abc', accuracy = 0.9, epochs = 20 } = {}) =>
  ({
    history: { loss: new Array(epochs) },
    test: { accuracy },
    answers: {
      untrained: { accuracy: 0.1 },
      restored: [{ same: true }, { same }],
      checkpoints: [{ name: 'cp-0005.ckpt' }, { name: 'cp-0010.ckpt' }],
      newest,
      sums: { straight: 'abc', resumed },
    },
  }) as unknown as SaveRun;

it.each([
  [{}, [true, true, true, true]],
  [{ same: false }, [false, true, true, true]],
  [{ newest: 'cp-0005.ckpt' }, [true, false, true, true]],
  [{ resumed: 'abd' }, [true, true, false, true]],
  [{ accuracy: 0.5 }, [true, true, true, false]],
  [{ epochs: 5 }, [true, true, true, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});

it('says how many came back the same', () => {
  expect(checks[0]!.found(run({ same: false })).en).toBe('1 / 2');
});
