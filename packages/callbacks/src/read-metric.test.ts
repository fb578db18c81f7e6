import { describe, expect, it } from 'vitest';
import { readMetric } from './read-metric';

describe('readMetric', () => {
  it('reads one metric, and only that', () => {
    const logs = {
      accuracy: 0.5,
      get loss(): number {
        throw new Error('read');
      },
    };
    expect(readMetric('StopWhen', 'accuracy', logs, undefined)).toBe(0.5);
  });

  it('is undefined on an epoch without validation', () => {
    expect(readMetric('StopWhen', 'val_loss', { loss: 1 }, true)).toBeUndefined();
    expect(readMetric('StopWhen', 'val_loss', { loss: 1 }, undefined)).toBeUndefined();
  });

  it.each([
    ['val_loss', { loss: 1 }, false],
    ['val_los', { loss: 1 }, true],
    ['val_auc', { auc: 1, val_loss: 1 }, true],
    ['toString', { loss: 1 }, true],
  ])('throws for %s in %j', (name, logs, validation) => {
    expect(() => readMetric('StopWhen', name, logs as Record<string, number>, validation)).toThrow(
      `a metric named \`${name}\` in the logs`,
    );
  });
});
