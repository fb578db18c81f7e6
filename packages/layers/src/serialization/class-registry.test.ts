import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Layer } from '../index';
import { findClass, registerClasses } from './class-registry';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('classes', () => {
  test('of this package are known', () => {
    expect(findClass('Dense')).toBe(Dense);
    expect(findClass('Functional').className).toBe('Functional');
  });

  test('of others are known once registered, or where they are given', () => {
    class Mine extends Layer {
      static override readonly className: string = 'Mine';
      override call(inputs: never) {
        return inputs;
      }
    }
    expect(() => findClass('Mine')).toThrow(/registerClasses/);
    expect(findClass('Mine', { Mine })).toBe(Mine);
    registerClasses(Mine);
    expect(findClass('Mine')).toBe(Mine);
  });

  test('that are misspelt are refused with near names', () => {
    expect(() => findClass('Dens')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the class must be one that is known. Received: 'Dens'. Did you mean 'Dense'? Make a class of your own known with registerClasses(YourLayer).]`,
    );
    expect(() => findClass('__proto__')).toThrow();
    expect(() => findClass('constructor', {})).toThrow();
  });
});
