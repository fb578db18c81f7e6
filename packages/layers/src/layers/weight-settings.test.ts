import { describe, expect, test } from 'vitest';
import { weightOptionNames, weightSettings, weightSettingsConfig } from './weight-settings';

describe('settings of a weight', () => {
  test('come from the three options that bear its name', () => {
    expect(weightOptionNames('kernel')).toEqual(['kernelInitializer', 'kernelRegularizer', 'kernelConstraint']);
    const settings = weightSettings('p', { kernelRegularizer: 'l2', biasConstraint: 'non_neg' }, 'kernel', 'zeros');
    expect(settings.initializer.constructor.name).toBe('Zeros');
    expect(settings.regularizer?.constructor.name).toBe('L2');
    expect(settings.constraint).toBeNull();
  });

  test('are written in the order of Keras', () => {
    const config = weightSettingsConfig({
      kernel: weightSettings('p', {}, 'kernel', 'ones'),
      bias: weightSettings('p', { biasConstraint: 'non_neg' }, 'bias', 'zeros'),
    });
    expect(Object.keys(config)).toEqual([
      'kernel_initializer',
      'bias_initializer',
      'kernel_regularizer',
      'bias_regularizer',
      'kernel_constraint',
      'bias_constraint',
    ]);
    expect(config.kernel_regularizer).toBeNull();
    expect(config.bias_constraint).toEqual({
      module: 'keras.constraints',
      class_name: 'NonNeg',
      config: {},
      registered_name: null,
    });
  });

  test('say which option has a name that is not known', () => {
    expect(() => weightSettings("Dense 'd'", { kernelInitializer: 'glorot' }, 'kernel', 'zeros')).toThrow(
      /^Dense 'd', `kernelInitializer`: /,
    );
  });
});
