import { expect, it } from 'vitest';
import { modernTraining } from './training-config';

it('reads what Keras 2 keeps in `training_config`', () => {
  const wrapper = {
    class_name: 'MeanMetricWrapper',
    config: { name: 'accuracy', dtype: 'float32', fn: 'sparse_categorical_accuracy' },
  };
  expect(
    modernTraining({
      loss: 'mse',
      metrics: [[wrapper, 'mae']],
      weighted_metrics: null,
      loss_weights: null,
      sample_weight_mode: null,
      optimizer_config: { class_name: 'Custom>Adam', config: { learning_rate: 0.1, is_legacy_optimizer: false } },
    }),
  ).toEqual({
    optimizer: { class_name: 'Adam', config: { learning_rate: 0.1 } },
    loss: 'mse',
    metrics: [[{ class_name: 'sparse_categorical_accuracy', config: { name: 'accuracy' } }, 'mae']],
  });
});

it('reads what Keras 3 keeps, metrics by output too', () => {
  const config = {
    optimizer: { class_name: 'SGD', config: {} },
    loss: { a: 'mse' },
    metrics: { a: ['mae'] },
    jit_compile: false,
  };
  expect(modernTraining(config)).toEqual(config);
});

it('gives nothing for a model that was not compiled', () => {
  expect(modernTraining({ loss: null })).toEqual({});
});

it('leaves out what a loss of Keras 2 repeats: its function, and a reduction that is the default', () => {
  const loss = { class_name: 'Huber', config: { reduction: 'auto', name: 'huber_loss', delta: 0.7, fn: 'huber' } };
  expect(modernTraining({ loss, optimizer: 'adam' })).toEqual({
    optimizer: 'adam',
    loss: { class_name: 'Huber', config: { name: 'huber_loss', delta: 0.7 } },
  });
});
