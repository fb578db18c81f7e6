import { describe, expect, test } from 'vitest';
import { expectOptimizerOptions } from './optimizer-options';

describe('expectOptimizerOptions', () => {
  test('lets good options pass', () => {
    const options = { learningRate: 0.1, clipnorm: 1, useEma: true, emaOverwriteFrequency: 3, name: 'mine' };
    expect(() => expectOptimizerOptions('Adam', options, [])).not.toThrow();
  });

  test('allows one bound for gradients', () => {
    const call = () => expectOptimizerOptions('Adam', { clipnorm: 1, clipvalue: 1 }, []);
    expect(call).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Adam: at most one of \`clipnorm\`, \`clipvalue\` and \`globalClipnorm\`. Received: ['clipnorm', 'clipvalue']. Keep the one you mean.]`,
    );
  });

  test.each([
    { learningRate: -1 },
    { weightDecay: -0.1 },
    { clipnorm: 0 },
    { emaMomentum: 1.5 },
    { emaOverwriteFrequency: 0 },
    { gradientAccumulationSteps: 1 },
    { lossScaleFactor: 0 },
  ])('refuses %o', (options) => {
    expect(() => expectOptimizerOptions('Adam', options, [])).toThrow(/^Adam: `.*` must be /);
  });
});
