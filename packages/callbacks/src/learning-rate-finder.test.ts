import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { LearningRateFinder } from './learning-rate-finder';
import { smallData, smallModel } from './testing/small-run';

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
});

const { x, y } = smallData;

describe('LearningRateFinder', () => {
  it('raises the rate evenly on a log scale, stops where the loss explodes, and suggests a rate in between', async () => {
    const model = smallModel();
    const finder = new LearningRateFinder({ minLr: 1e-4, maxLr: 100, steps: 200 });
    await model.fit(x, y, { batchSize: 20, epochs: 500, verbose: 0, callbacks: [finder] });
    expect(finder.rates.length).toBeLessThan(200);
    expect(finder.losses).toHaveLength(finder.rates.length);
    expect(finder.rates[0]).toBeCloseTo(1e-4, 10);
    expect(finder.rates[2]! / finder.rates[1]!).toBeCloseTo(1e6 ** (1 / 199), 8);
    expect(finder.suggestion).toBeGreaterThan(1e-2);
    expect(finder.suggestion).toBeLessThan(2);
    model.dispose();
  });

  it.each([{ built: true }, { built: false }])(
    'gives model and optimizer back as they were (built before: $built)',
    async ({ built }) => {
      const make = () => {
        const model = smallModel({ optimizer: 'adam' });
        if (built) return model;
        const late = new Sequential([
          new Dense({ units: 2, kernelInitializer: 'ones' }),
          new Dense({ units: 1, kernelInitializer: 'ones' }),
        ]);
        late.compile({ optimizer: 'adam', loss: 'mse' });
        return late;
      };
      const options = { batchSize: 4, epochs: 3, verbose: 0, shuffle: false } as const;
      const plain = make();
      const { history } = await plain.fit(x, y, options);
      const model = make();
      await model.fit(x, y, { ...options, epochs: 100, callbacks: [new LearningRateFinder({ steps: 30 })] });
      expect(model.compiledState.optimizer.learningRate).toBeCloseTo(0.001, 8);
      expect((await model.fit(x, y, options)).history).toEqual(history);
      plain.dispose();
      model.dispose();
    },
  );

  it('refuses rates that do not grow', () => {
    expect(() => new LearningRateFinder({ minLr: 1, maxLr: 0.1 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: LearningRateFinder: \`maxLr\` must be above \`minLr\`. Received: 0.1. Pass for example 1000000.]`,
    );
    expect(() => new LearningRateFinder({ steps: 2 })).toThrow(/`steps` must be a whole number from 3/);
    expect(() => new LearningRateFinder({ smoothing: 1 })).toThrow(/`smoothing`/);
  });
});
