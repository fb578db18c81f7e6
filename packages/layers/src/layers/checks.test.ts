import { TenlabError } from '@tenlab/core';
import { describe, expect, test } from 'vitest';
import { activationOption, expectOneOf, expectPositiveInteger, perAxis, placeOf, readOption } from './checks';

describe('checks of options', () => {
  test('tell the place, the option, what came and what to do', () => {
    expect(() => expectPositiveInteger("Dense 'd'", 'units', 2.5, 64)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dense 'd': \`units\` must be a positive integer. Received: 2.5. Pass a whole number, for example 64.]`,
    );
    expect(() => expectOneOf("Conv2D 'c'", 'padding', 'full', ['valid', 'same'])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Conv2D 'c': \`padding\` must be 'valid' or 'same'. Received: 'full'. Pass 'valid', or leave it out for the default.]`,
    );
    expect(() => perAxis("Conv2D 'c'", 'strides', [1, 2, 3], 2)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Conv2D 'c': \`strides\` must be a positive integer, or a list of 2 of them. Received: [1, 2, 3]. Pass one for each of the 2 axes, or one for all.]`,
    );
    expect(() => perAxis("Conv2D 'c'", 'strides', 0, 2)).toThrow(TenlabError);
  });

  test('let right values pass', () => {
    expect(() => expectPositiveInteger('p', 'units', 3, 64)).not.toThrow();
    expect(perAxis('p', 'strides', 3, 2)).toEqual([3, 3]);
    expect(perAxis('p', 'cropping', [0, 1], 2, 0)).toEqual([0, 1]);
  });

  test('name a layer that is not made yet', () => {
    expect(placeOf({ className: 'Dense' }, { name: 'd' })).toBe("Dense 'd'");
    expect(placeOf({ className: 'Dense' }, {})).toBe('Dense');
  });

  test('put the place in front of errors that have none', () => {
    expect(() => activationOption("Dense 'd'", 'rleu')).toThrow(/^Dense 'd', `activation`: /);
    expect(activationOption('p', null).name).toBe('linear');
    const other = new Error('not ours');
    const fail = () =>
      readOption('p', 'o', () => {
        throw other;
      });
    expect(fail).toThrow(other);
  });
});
