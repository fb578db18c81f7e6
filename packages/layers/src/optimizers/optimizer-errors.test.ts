import { TenlabError } from '@tenlab/core';
import { expect, test } from 'vitest';
import * as errors from './optimizer-errors';

test('name the optimizer and say what to do', () => {
  const all = [
    errors.wrongGradientCount('adam', 2, 1),
    errors.noGradients('adam'),
    errors.unknownWeight('adam', 'dense/kernel'),
    errors.builtAlready('adam'),
    errors.rateIsScheduled('adam', 0.1),
  ];
  for (const error of all) {
    expect(TenlabError.isInstance(error)).toBe(true);
    expect(error.place).toBe("Optimizer 'adam'");
    expect(error.remedy).not.toBe('');
  }
});
