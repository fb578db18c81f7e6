import { expect, it } from 'vitest';
import { checks, type IrisRun } from './checks';

const run = ({ accuracy = 0.96, loss = [1, 0.1], epochs = 702, species = [0, 1, 2] } = {}) =>
  ({
    data: { counts: { train: 120, test: 30 }, classNames: ['setosa', 'versicolor', 'virginica'] },
    history: { loss },
    epochs: new Array(epochs),
    test: { accuracy },
    answers: { flowers: species.map((own) => ({ species: own })) },
  }) as unknown as IrisRun;
const verdicts = (...args: Parameters<typeof run>) => checks.map((check) => check.passed(run(...args)));

it('is content with a good run', () => {
  expect(verdicts()).toEqual([true, true, true]);
});

it.each([
  [{ loss: [0.1, 1] }, [false, true, true]],
  [{ accuracy: 0.9 }, [true, false, true]],
  [{ species: [0, 2, 1] }, [true, true, false]],
  [{ epochs: 10, accuracy: 0.3 }, [true, undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(verdicts(what)).toEqual(expected);
});
