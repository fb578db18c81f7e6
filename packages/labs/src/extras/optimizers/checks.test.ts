import { expect, it } from 'vitest';
import { checks, type RaceRun } from './checks';
import { racerNames } from './racers';

const run = ({ accuracy = 0.95, epochs = 200, momentum = 0.1, dear = 140 } = {}) =>
  ({
    data: { counts: { train: 120 } },
    test: Object.fromEntries(racerNames.map((racer) => [`${racer}_accuracy`, racer === 'adam' ? accuracy : 1])),
    answers: {
      histories: { sgd: { loss: new Array(epochs).fill(0.3) }, momentum: { loss: [momentum] } },
      cakes: { dear, squared: 100, cheap: 60 },
    },
  }) as unknown as RaceRun;

it.each([
  [{}, [true, true, true]],
  [{ accuracy: 0.8 }, [false, true, true]],
  [{ momentum: 0.4 }, [true, false, true]],
  [{ dear: 90 }, [true, true, false]],
  [{ epochs: 4 }, [undefined, undefined, true]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});
