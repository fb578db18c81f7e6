import { describe, expect, it } from 'vitest';
import { expectFrequency, expectPositive, expectText, expectWhole } from './invalid-option';

describe('options of callbacks', () => {
  it('pass when they mean something', () => {
    expectWhole('Here', 'patience', 0);
    expectPositive('Here', 'seconds', 0.5);
    expectText('Here', 'filename', 'a', 'log.csv');
    expectFrequency('Here', 'saveFreq', 'epoch');
    expectFrequency('Here', 'saveFreq', 3);
  });

  it.each([
    () => expectWhole('Here', 'steps', 0, 1),
    () => expectWhole('Here', 'patience', 1.5),
    () => expectPositive('Here', 'seconds', 0),
    () => expectPositive('Here', 'seconds', Number.POSITIVE_INFINITY),
    () => expectText('Here', 'filename', '', 'log.csv'),
    () => expectFrequency('Here', 'saveFreq', 'batch'),
    () => expectFrequency('Here', 'saveFreq', 0),
  ])('are refused when not: %#', (check) => {
    expect(check).toThrowErrorMatchingSnapshot();
  });
});
