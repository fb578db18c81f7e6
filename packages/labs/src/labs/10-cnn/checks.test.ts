import { expect, it } from 'vitest';
import { type CnnRun, checks } from './checks';

const run = ({ lenet = 0.88, resnet = 0.88, parts = 0.88, train = 12_000, epochs = 7, weights = 60_000 } = {}) =>
  ({
    data: { counts: { train } },
    history: { 'lenet.loss': new Array(epochs) },
    test: { dense128_accuracy: 0.85, parts_accuracy: parts, lenet_accuracy: lenet, resnet_accuracy: resnet },
    net: {
      dense128: { countParams: () => 101_770 },
      lenet: { countParams: () => weights },
      resnet: { countParams: () => 80_000 },
    },
  }) as unknown as CnnRun;

it.each([
  [{}, [true, true, true, true]],
  [{ parts: 0.85 }, [true, false, true, true]],
  [{ lenet: 0.84 }, [true, true, false, true]],
  [{ resnet: 0.84 }, [true, true, true, false]],
  [{ weights: 200_000 }, [false, true, true, true]],
  [{ train: 6000 }, [true, undefined, undefined, undefined]],
  [{ epochs: 6 }, [true, undefined, undefined, undefined]],
])('judges %j', (what, expected) => {
  expect(checks.map((check) => check.passed(run(what)))).toEqual(expected);
});

it('says both numbers', () => {
  expect(checks[2]!.found(run()).en).toBe('88.00 % / 85.00 %');
});
