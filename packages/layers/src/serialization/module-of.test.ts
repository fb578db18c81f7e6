import { useBackend } from '@tenlab/core';
import { describe, expect, test } from 'vitest';
import { Dense, Sequential, SGD } from '../index';
import { getInitializer } from '../initializers/index';
import { getLoss } from '../losses/index';
import { getMetric } from '../metrics/index';
import { getRegularizer } from '../regularizers/index';
import { moduleOf } from './module-of';

describe('moduleOf', async () => {
  await useBackend('cpu');

  test.each([
    [getInitializer('zeros'), 'keras.initializers'],
    [getRegularizer('l2'), 'keras.regularizers'],
    [getLoss('mse'), 'keras.losses'],
    [getMetric('accuracy'), 'keras.metrics'],
    [new SGD(), 'keras.optimizers'],
    [new Dense({ units: 1 }), 'keras.layers'],
    [new Sequential(), 'keras'],
  ])('of %o is %s', (value, module) => {
    expect(moduleOf(value)).toEqual({ module, registeredName: null });
  });

  test("of a class of one's own is none, and it is registered under its name", () => {
    class Mine extends Dense {}
    expect(moduleOf(new Mine({ units: 1 }))).toEqual({ module: null, registeredName: 'Mine' });
  });
});
