import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { SGD } from '../optimizers/index';
import { compileConfig, expectCompileOptions } from './compile-options';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('options of compile', () => {
  test('are refused where they are not known or make no sense', () => {
    expect(() => expectCompileOptions('compile', { stepsPerExecution: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`stepsPerExecution\` must be a positive integer. Received: 0. Leave it out for 1.]`,
    );
    expect(() =>
      expectCompileOptions('compile', { runEagerly: true, jitCompile: true }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: only one of \`runEagerly\` and \`jitCompile\` may be true. Received: { runEagerly: true, jitCompile: true }. Leave \`jitCompile\` out.]`,
    );
    expect(() => expectCompileOptions('compile', { losses: 'mse' } as never)).toThrow(/`losses`/);
    expect(() => expectCompileOptions('compile', { loss: 'mse', runEagerly: true })).not.toThrow();
  });

  test('are written as Keras writes them', () => {
    const config = compileConfig({ loss: 'mse', metrics: ['mae'] }, new SGD());
    expect(config).toMatchObject({
      loss: 'mse',
      loss_weights: null,
      metrics: ['mae'],
      weighted_metrics: null,
      run_eagerly: false,
      steps_per_execution: 1,
      jit_compile: false,
    });
    expect(config.optimizer).toMatchObject({ module: 'keras.optimizers', class_name: 'SGD' });
  });
});
